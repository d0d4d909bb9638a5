/** Backups to a file that the reader picked, where the browser has the File System Access API. */
import { RecallError } from '../log/failures.ts';

/** What is used of a `FileSystemFileHandle`; the types of the DOM leave the permissions out. */
export interface BackupFile {
	readonly name: string;
	queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
	createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void>; abort?(): Promise<void> }>;
}

/** Whether this browser lets a reader pick a file to be written again later. */
export function canPickFile(scope: object = globalThis): boolean {
	return 'showSaveFilePicker' in scope;
}

/**
 * Writes a backup. The browser replaces the file's contents only when all is written, so an interrupted one leaves the old.
 *
 * @throws RecallError of kind `file-denied` when the browser wants to be asked again, or the file is gone
 */
export async function writeBackupFile(file: BackupFile, text: string): Promise<void> {
	const denied = (cause?: unknown) =>
		new RecallError(
			{
				kind: 'file-denied',
				message: `The backup could not be written to ${file.name}: the browser wants your permission again, or the file is gone. Pick the file once more under Your data, on the Progress page.`,
			},
			cause,
		);
	try {
		if (((await file.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') !== 'granted') throw denied();
		const stream = await file.createWritable();
		try {
			await stream.write(text);
		} catch (error) {
			await stream.abort?.();
			throw error;
		}
		await stream.close();
	} catch (error) {
		throw error instanceof RecallError ? error : denied(error);
	}
}
