import { defineHook } from "@/lib/platform/hooks";

export type ThemesMerged = {
  reviewId: string;
  /** The theme that is retired, */
  fromId: string;
  /** and the one that has its contributions now. */
  intoId: string;
  byId: string;
};

/**
 * Asked within a merge: each handler moves what its stage keeps on themes, and returns the ids of what moved.
 */
export const themesMerged = defineHook<ThemesMerged, string[]>("tag.themes-merged");

/** A merge was undone: what moved in it goes back, unless somebody has moved or withdrawn it since. */
export const themesParted = defineHook<ThemesMerged & { moved: readonly string[] }>("tag.themes-parted");
