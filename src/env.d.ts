declare namespace App {
	interface Locals {
		/** Set by the concept route before anything of the page is rendered. */
		page: import('./concepts/page.ts').ConceptPage;
	}
}
