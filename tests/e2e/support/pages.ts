/** One page of each type, by its path below the site's root. */
export const pageTypes = [
	{ name: 'home', path: '' },
	{ name: 'category', path: 'categories/deep-learning/' },
	{ name: 'concept', path: 'concepts/attention-mechanism/' },
	{ name: 'sheet', path: 'concepts/attention-mechanism/sheet/' },
	{ name: 'paths', path: 'paths/' },
	{ name: 'path', path: 'paths/llm-engineer/' },
	{ name: 'review', path: 'review/' },
	{ name: 'progress', path: 'progress/' },
	{ name: 'about', path: 'about/' },
	{ name: 'drill', path: 'drill/?seed=b7k2' },
	{ name: '404', path: '404.html' },
] as const;

/** A concept whose page the journeys read. */
export const conceptPath = 'concepts/attention-mechanism/';
