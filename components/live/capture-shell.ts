/**
 * The header with which the service worker (public/capture-worker.js) asks for the capture page to keep for a reload
 * without network. The page is read long after, perhaps by somebody else: it holds nobody's words, and does not say
 * who is signed in.
 */
export const CAPTURE_SHELL = "x-capture-shell";
