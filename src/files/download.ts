/** Hands a text to the reader as a file. */
export function download(name: string, text: string, type: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers start to read it only after the click is over.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
