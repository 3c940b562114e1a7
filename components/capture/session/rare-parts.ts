import type * as Loaded from "./loaded-parts";
import { later } from "@/components/ui/later";

/**
 * What the page needs when somebody edits, pastes, or is refused something. It is asked for when the page has been shown, and kept
 * for use without network with the page (`public/capture-worker.js`).
 */
export type RareParts = typeof Loaded;

export const rareParts = later(() => import("./loaded-parts"));
