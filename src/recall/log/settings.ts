/** What a reader chooses about the review. Kept in the database and in backups; of two devices' choices the later one holds. */
import { EARLIEST, HIGHEST_RETENTION, LATEST, LOWEST_RETENTION } from './limits.ts';
import { isPreparation, type Preparation } from './preparation.ts';
import { dayOfDate } from './studyDay.ts';

export interface Settings {
	/** Probability of recall wanted when a prompt comes up. */
	readonly retention: number;
	/** Most prompts asked in a day. */
	readonly dailyLimit: number;
	/** Two grades (forgotten, remembered) or four. */
	readonly grades: 2 | 4;
	/** Date of the interview, `2026-05-04`, or null. */
	readonly interview: string | null;
	/** What is prepared until then. Absent in settings from before there were plans. */
	readonly preparation?: Preparation | null;
	/** When it was last changed, in milliseconds since 1970; 0 for the settings that nobody chose. */
	readonly changed: number;
}

export const defaultSettings: Settings = {
	retention: 0.9,
	dailyLimit: 50,
	grades: 2,
	interview: null,
	changed: 0,
};

export const MOST_A_DAY = 9999;

const checks: { readonly [Field in keyof Required<Settings>]: (value: unknown) => boolean } = {
	retention: (value) => typeof value === 'number' && value >= LOWEST_RETENTION && value <= HIGHEST_RETENTION,
	dailyLimit: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_A_DAY,
	grades: (value) => value === 2 || value === 4,
	interview: (value) => value === null || (typeof value === 'string' && dayOfDate(value) !== undefined),
	preparation: (value) => value === undefined || value === null || isPreparation(value),
	changed: (value) => value === 0 || (Number.isInteger(value) && Number(value) >= EARLIEST && Number(value) <= LATEST),
};

/** The fields that do not hold what they should, or that there are none of. */
export function wrongSettings(value: Readonly<Record<string, unknown>>): string[] {
	const unknown = Object.keys(value).filter((field) => !Object.hasOwn(checks, field));
	return [...unknown, ...Object.entries(checks).flatMap(([field, holds]) => (holds(value[field]) ? [] : field))];
}

export function isSettings(value: unknown): value is Settings {
	return typeof value === 'object' && value !== null && wrongSettings({ ...value }).length === 0;
}

/** Settings as they can be used; what is damaged gives way to the standing ones. */
export function readSettings(value: unknown): Settings {
	return isSettings(value) ? value : defaultSettings;
}
