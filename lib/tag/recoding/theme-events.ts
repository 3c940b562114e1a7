import { defineHook } from "@/lib/platform/hooks";

export type ThemesMerged = {
  reviewId: string;
  /** The theme that is retired, */
  fromId: string;
  /** and the one that holds its contributions since. */
  intoId: string;
  byId: string;
};

/** Asked within a merge: whoever hangs something on themes moves it, and answers with the ids of what moved. */
export const themesMerged = defineHook<ThemesMerged, string[]>("tag.themes-merged");

/** A merge was taken back: what moved in it goes back, unless somebody has moved or withdrawn it since. */
export const themesParted = defineHook<ThemesMerged & { moved: readonly string[] }>("tag.themes-parted");
