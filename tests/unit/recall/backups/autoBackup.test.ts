import { expect, test, vi } from 'vitest';
import { canPickFile, writeBackupFile } from '../../../../src/recall/backups/autoBackup.ts';

/** A file that remembers what it holds; contents are replaced when the stream is closed, as a browser does it. */
function fileWith(text: string, fail?: 'write' | 'close' | 'open') {
	const file = {
		name: 'mine.json',
		text,
		abort: vi.fn(async () => {}),
		async createWritable() {
			if (fail === 'open') throw new DOMException('gone', 'NotFoundError');
			let draft = '';
			return {
				async write(more: string) {
					if (fail === 'write') throw new DOMException('full', 'QuotaExceededError');
					draft += more;
				},
				async close() {
					if (fail === 'close') throw new DOMException('denied', 'NotAllowedError');
					file.text = draft;
				},
				abort: file.abort,
			};
		},
	};
	return file;
}

test('replaces what the file holds', async () => {
	const file = fileWith('old');
	await writeBackupFile(file, 'new');
	expect(file.text).toBe('new');
});

test.each(['open', 'write', 'close'] as const)(
	'leaves the old backup when %s fails, and says which file',
	async (fail) => {
		const file = fileWith('old', fail);
		await expect(writeBackupFile(file, 'new')).rejects.toMatchObject({
			failure: { kind: 'file-denied', message: expect.stringContaining('mine.json') },
		});
		expect(file.text).toBe('old');
		expect(file.abort).toHaveBeenCalledTimes(fail === 'write' ? 1 : 0);
	},
);

test('knows whether this browser lets a file be picked', () => {
	expect(canPickFile({ showSaveFilePicker: () => {} })).toBe(true);
	expect(canPickFile({})).toBe(false);
});
