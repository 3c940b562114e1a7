import type { CodebookEntry } from "@/lib/tag/codebook/codebook";

/** A theme as codebooks packPayload it, in its place; `parent` is the slug of the theme that it stands under. */
export type CodebookTheme = CodebookEntry & { parent: string | null };

/** What one codebook may hold: no review is coded by more. */
export const MAX_THEMES = 500;
