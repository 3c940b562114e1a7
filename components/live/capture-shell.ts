/**
 * The header with which the service worker (public/capture-worker.js) requests the capture page to keep for a
 * reload without network. The page may be opened much later, perhaps by somebody else: it contains nobody's
 * words, and does not say who is signed in.
 */
export const CAPTURE_SHELL = "x-capture-shell";
