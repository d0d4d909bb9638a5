/**
 * Keeps text that changes alive on a page that the browser translates. Chrome puts `<font>` elements in the place of text nodes; Preact goes on
 * writing to the nodes it made, which nobody sees any more, and stumbles when it inserts beside them or takes them away. So a text node
 * that was replaced comes back beside what stands in for it, empty; as soon as it is written to, it takes its place again, to be
 * translated anew.
 */

interface Replaced {
	readonly standIn: ChildNode;
	/** What the text said before it was replaced. */
	readonly words: string;
}

function isFont(node: Node | null): node is HTMLElement {
	return node?.nodeName === 'FONT' && node.isConnected;
}

class StandIns {
	readonly #replaced = new WeakMap<Text, Replaced>();
	/** The other way round. */
	readonly #texts = new WeakMap<Node, Text>();
	readonly #writing = new MutationObserver((records) => this.#written(records));
	readonly #moving = new MutationObserver((records) => this.#moved(records));

	follow(root: Node): void {
		this.#moving.observe(root, { childList: true, subtree: true });
	}

	/** The view has written to texts that were replaced: they take their place again. */
	#written(records: readonly MutationRecord[]): void {
		for (const { target } of records) this.#forget(target as Text)?.remove();
	}

	#moved(records: readonly MutationRecord[]): void {
		for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
			for (const node of removedNodes) {
				// A translation is put in and its text taken out in one record, or in two.
				if (node instanceof Text) this.#textRemoved(node, [...addedNodes, previousSibling, nextSibling]);
				else this.#standInRemoved(node, [...addedNodes]);
			}
		}
	}

	#textRemoved(text: Text, beside: readonly (Node | null)[]): void {
		const known = this.#replaced.get(text);
		if (known) {
			// The view moved its text, or took it away: what stands in for it goes along.
			if (text.isConnected) text.after(known.standIn);
			else this.#forget(text)?.remove();
			return;
		}
		const standIn = beside.filter(isFont).find((font) => !this.#texts.has(font));
		if (standIn && !text.isConnected) this.#stepAside(text, standIn, text.data);
	}

	/** A translation is taken back, or changed for another. */
	#standInRemoved(node: Node, added: readonly Node[]): void {
		const text = this.#texts.get(node);
		if (!text?.isConnected || node.isConnected) return;
		const words = this.#replaced.get(text)?.words ?? '';
		this.#forget(text);
		const next = added.find((one) => one !== text && (isFont(one) || one instanceof Text));
		if (next) this.#stepAside(text, next as ChildNode, words);
		else this.#write(text, words);
	}

	#stepAside(text: Text, standIn: ChildNode, words: string): void {
		standIn.before(text);
		this.#replaced.set(text, { standIn, words });
		this.#texts.set(standIn, text);
		this.#writing.observe(text, { characterData: true });
		this.#write(text, '');
	}

	/** Writes to a text without taking that for the view's doing. */
	#write(text: Text, words: string): void {
		this.#written(this.#writing.takeRecords());
		text.data = words;
		this.#writing.takeRecords();
	}

	#forget(text: Text): ChildNode | undefined {
		const standIn = this.#replaced.get(text)?.standIn;
		this.#replaced.delete(text);
		if (standIn) this.#texts.delete(standIn);
		return standIn;
	}
}

let follows = false;

/** Begins to follow the page, once; for scripts that go on changing what they have put there. */
export function followTranslation(): void {
	if (!follows) new StandIns().follow(document.body);
	follows = true;
}
