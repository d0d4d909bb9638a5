/** A view that is loaded when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadPart, messageOf } from '../../loading/loadPart.ts';

/** @param missing What is missing where it does not come, in a sentence. */
export function late<Props extends object>(missing: string, load: () => Promise<ComponentType<Props>>) {
	return function Late(props: Props) {
		const [View, setView] = useState<ComponentType<Props>>();
		const [failure, setFailure] = useState<unknown>();
		useEffect(() => {
			loadPart(load).then((loaded) => setView(() => loaded), setFailure);
		}, []);
		if (failure) {
			return (
				<p class="note">
					{missing} {messageOf(failure)}
				</p>
			);
		}
		return View ? <View {...props} /> : null;
	};
}
