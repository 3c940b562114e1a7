import type { CodebookEntry } from "@/lib/tag/codebook/codebook";

/** A theme as codebook files contain it, in its place; `parent` is the slug of its parent. */
export type CodebookTheme = CodebookEntry & { parent: string | null };

/** The most themes in one codebook; no review uses more. */
export const MAX_THEMES = 500;
