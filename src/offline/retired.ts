/**
 * What an operator deploys in place of the service worker when that goes wrong: browsers take it up with the next page that is opened, in
 * whatever tab, and it ends itself. README's Deploy says how.
 */
import { retire } from './retire.ts';
import type { WorkerScope } from './scope.ts';

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(retire(scope.registration)));
