/** Where the document in which Python runs stands: asked of the host, or of the service worker that keeps a copy of it. */

/** Path of the document on the host. */
export const frameFile = 'listings/frame.html';

/** Asks the worker, and never the host, for the document. */
export const keptFrame = `${frameFile}?kept`;
