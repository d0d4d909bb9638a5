/** Writes its policy into every built page. */
import type { AstroIntegration } from 'astro';
import { packagesAddress } from '../../published/packageSource.ts';
import { withPolicy } from '../contentSecurityPolicy.ts';
import { changeEveryPage } from './everyPage.ts';

export default function contentSecurityPolicy(): AstroIntegration {
	let packages: string;
	return {
		name: 'content-security-policy',
		hooks: {
			'astro:config:done': ({ config }) => {
				packages = packagesAddress(config.base);
			},
			'astro:build:done': ({ dir }) => changeEveryPage(dir, (html, file) => withPolicy(html, packages, file)),
		},
	};
}
