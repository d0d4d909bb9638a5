/** Puts a view on its page, once what it shows could be fetched and read. */
import type { ComponentChild } from 'preact';
import { render } from '../../translation/render.ts';
import { messageOf } from '../memory.ts';
import { Message } from '../views/parts.tsx';

const unloaded = 'The questions could not be loaded. Check the connection and reload the page.';

export async function show(view: () => Promise<ComponentChild>): Promise<void> {
	const root = document.querySelector('#drill');
	if (!root) return;
	let content: ComponentChild;
	try {
		content = await view();
	} catch (error) {
		content = (
			<Message>
				<p>{error instanceof TypeError ? unloaded : messageOf(error)}</p>
			</Message>
		);
	}
	root.replaceChildren();
	render(content, root);
}
