import { can, type Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "./span";

/** A theme on a contribution, or on some of its words, set by one coder. */
export type ContributionTagging = Span & {
  id: string;
  themeId: string;
  stance: Stance;
  /** Whether the speaker put the stance themselves; false where the coder inferred it. */
  explicit: boolean;
  /** The name of the person who set it. */
  coder: string;
  mine: boolean;
  /** The number of the coding round in which it was set and may be changed. null outside rounds. */
  round: number | null;
  /** Set under an earlier meaning of the theme. */
  stale: boolean;
};

/** A coder's remark on a contribution. */
export type ContributionMemo = {
  id: string;
  text: string;
  revision: number;
  by: string;
  mine: boolean;
  at: Date;
};

/** Everything that coders have set on a contribution. */
export type ContributionCoding = {
  taggings: readonly ContributionTagging[];
  memos: readonly ContributionMemo[];
  /** The people who want to discuss it. */
  flag: { by: string; at: Date } | null;
  /** Codes of the NPQs that it is about. */
  npqs: readonly string[];
  /** The decision where coders differed; taggings of those themes no longer count on this contribution. */
  decided: readonly { themeId: string; stances: readonly Stance[]; round: number }[];
  /** The blind round that the viewer has not finished, for which all of this is hidden from them. */
  blindRound: { number: number; title: string } | null;
};

export const UNCODED: ContributionCoding = {
  taggings: [],
  memos: [],
  flag: null,
  npqs: [],
  decided: [],
  blindRound: null,
};

/** The coding of some contributions, read at one time. */
export type CodingRead = {
  /**
   * When the reading began, in ms since 1970 by the server's clock. What was saved before is in it, so that
   * an earlier reading never replaces a later one, in whatever order they arrive.
   */
  readAt: number;
  /** By the contribution's id; contributions that nobody has coded may be left out. */
  coding: Readonly<Record<string, ContributionCoding>>;
};

/** The same, with those left out of it too. */
export function codingOfEach(contributions: readonly { id: string }[], read: CodingRead): CodingRead {
  const coding = Object.fromEntries(contributions.map(({ id }) => [id, read.coding[id] ?? UNCODED]));
  return { ...read, coding };
}

/** The answer to the coding page: the contribution's coding as it is now, or what went wrong. */
export type TaggingAnswer = { ok: true; now: CodingRead } | { ok: false; message: string };

/** Facilitators remove what they set themselves; a person who owns the codebook may remove anybody's. */
export function canRemove(viewer: Viewer, tagging: { reviewId: string; mine: boolean }): boolean {
  return can(viewer, "tagging.set", tagging) && (tagging.mine || can(viewer, "codebook.change", tagging));
}
