/** Puts a view on its page, once what it shows could be fetched and read. What keeps it from that is told in its place. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { NotFetched } from '../../ground/fetching.ts';
import { messageOf } from '../../loading/loadPart.ts';
import { render } from '../../translation/render.ts';
import { Message } from './parts.tsx';

interface Telling {
	/** What to say when the questions cannot be had. */
	readonly unloaded?: string;
	/** What the message stands in. */
	readonly Frame?: (props: { children: ComponentChildren }) => ComponentChild;
}

export async function show(
	view: (root: HTMLElement) => Promise<ComponentChild>,
	{
		unloaded = 'The questions could not be loaded. Check the connection and reload the page.',
		Frame = ({ children }) => children,
	}: Telling = {},
): Promise<void> {
	const root = document.querySelector<HTMLElement>('#drill');
	if (!root) return;
	try {
		const content = await view(root);
		root.replaceChildren();
		render(content, root);
	} catch (error) {
		// What was drawn of a view that failed is nothing to draw on.
		const place = root.cloneNode() as HTMLElement;
		root.replaceWith(place);
		render(
			<Frame>
				<Message>
					<p>{error instanceof NotFetched ? unloaded : messageOf(error)}</p>
				</Message>
			</Frame>,
			place,
		);
	}
}
