/** What a calendar is made of: every concept with what its stages take, and the paths. One file that the build writes, `plan/material.json`. */
import type { Format, QuestionLevel } from '../concepts/interview.ts';
import type { Track } from '../concepts/tracks.ts';
import { fetchJson } from '../ground/fetching.ts';
import type { Renames } from '../keeping/rename.ts';

export interface MaterialQuestion {
	readonly id: string;
	readonly level: QuestionLevel;
	readonly format: Format;
	readonly minutes: number;
	/** It is solved on the page. */
	readonly task: boolean;
}

export interface MaterialConcept {
	readonly slug: string;
	/** The title without its trailing parenthesis. */
	readonly name: string;
	readonly track: Track;
	/** Minutes of reading of stages 1 to 4. */
	readonly reading: readonly number[];
	/** In the order of the page, which is that of the levels. */
	readonly questions: readonly MaterialQuestion[];
	readonly prompts: number;
	/** Slugs of the published concepts that it builds on. */
	readonly needs: readonly string[];
}

export interface MaterialPath {
	readonly id: string;
	readonly title: string;
	/** The level that its loops ask for. */
	readonly level: QuestionLevel;
	readonly formats: readonly Format[];
	/** Slugs of the published steps, in order. */
	readonly concepts: readonly string[];
	/** Names of the steps that are in preparation. */
	readonly planned: readonly string[];
}

export interface Material {
	/** In the catalog's order. */
	readonly concepts: readonly MaterialConcept[];
	readonly paths: readonly MaterialPath[];
	/** Slugs by those that concepts had before. */
	readonly former: Renames;
}

/** Fetches the material. Rejects when it cannot be had. */
export function fetchMaterial(): Promise<Material> {
	return fetchJson('plan/material.json');
}
