/** What the reader is told of their data. */
import { describe, expect, test } from 'vitest';
import type { ImportPreview } from '../../../../../src/recall/backups/backup.ts';
import type { StorageFacts } from '../../../../../src/recall/backups/backups.ts';
import {
	backupWords,
	changesNothing,
	keptWords,
	previewWords,
	reminderWords,
} from '../../../../../src/recall/views/progress/dataWords.ts';

const may4 = new Date(2026, 4, 4, 12).getTime();
const may9 = new Date(2026, 4, 9, 12).getTime();

const facts: StorageFacts = {
	kind: 'indexeddb',
	events: 412,
	prompts: 61,
	sessions: 0,
	setAside: 0,
	bytes: undefined,
	quota: undefined,
	persisted: undefined,
	lastBackup: undefined,
	unsaved: 412,
	remind: true,
	automatic: false,
	snapshot: undefined,
};

const nothing: ImportPreview = {
	added: 0,
	known: 12,
	prompts: 0,
	concepts: 0,
	span: undefined,
	sessions: 0,
	settings: false,
	setAside: 0,
};

test('how much is kept', () => {
	expect(keptWords({ ...facts, events: 0, prompts: 0 })).toBe('Nothing yet.');
	expect(keptWords(facts)).toBe('412 entries, 61 prompts in your review.');
	expect(keptWords({ ...facts, events: 1, prompts: 1, sessions: 2 })).toBe(
		'1 entry, 1 prompt in your review, 2 drills.',
	);
});

test('when it was last saved', () => {
	expect(backupWords(facts)).toBe('None yet.');
	expect(reminderWords(facts)).toBe('412 entries and no backup yet.');
	expect(backupWords({ ...facts, lastBackup: may4, unsaved: 31 })).toBe('May 4, 2026, 31 entries ago.');
	expect(reminderWords({ ...facts, lastBackup: may4, unsaved: 31 })).toBe('31 entries since your last backup.');
	expect(backupWords({ ...facts, lastBackup: may4, unsaved: 0, automatic: true })).toBe(
		'May 4, 2026, and nothing has been added since. It goes to the file you picked by itself.',
	);
});

describe('what an import would change', () => {
	test('nothing', () => {
		expect(changesNothing(nothing)).toBe(true);
		expect(previewWords(nothing)).toBe('Everything in this backup is here already.');
	});

	test('all of it', () => {
		const all = {
			added: 40,
			known: 1,
			prompts: 14,
			concepts: 3,
			span: [may4, may9] as const,
			sessions: 1,
			settings: true,
			setAside: 2,
		};
		expect(previewWords(all)).toBe(
			'It adds 40 entries about 14 prompts of 3 concepts, from May 4, 2026 to May 9, 2026. 1 entry is here already. It adds or renews 1 drill. Its settings are the later ones and will hold. It carries 2 damaged records along. Nothing is deleted, and you can take it back.',
		);
	});

	test('stages of one day alone', () => {
		const stages: ImportPreview = { ...nothing, known: 0, added: 2, concepts: 1, span: [may4, may4] };
		expect(previewWords(stages)).toBe(
			'It adds 2 entries about 1 concept, of May 4, 2026. Nothing is deleted, and you can take it back.',
		);
	});
});
