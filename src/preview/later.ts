/**
 * For pages on which nothing can be pressed yet: `import('../preview/later.ts')`. A module that some pages import and others load would be
 * carried with a list of its names.
 */
import './start.ts';
