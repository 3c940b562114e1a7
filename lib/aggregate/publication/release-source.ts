import type { Counts } from "@/lib/aggregate/figures/figures";
import type { Npq } from "@/lib/capture/people/vocabulary";
import type { GroupCounts } from "./breakdown-groups";
import type { Held } from "./check/hold-back";
import type { ReleasedCounts, ToldCount } from "./check/theme-history";
import type { Combinations } from "./check/combination";
import type { ReleasedBreakdown, ReleasedFinding, ReleasedNpqs, ReleasedTable } from "./release-contents";
import type { BreakdownAttribute } from "./shape/breakdown";

/** What the last releases said, and what was inside: by theme. */
export type CheckedThemes = Readonly<Record<string, ReleasedCounts>>;

export type FindingCounts = Omit<ReleasedFinding, "supports" | "contradicts"> & {
  people: number;
  contradictingPeople: number;
};

/** Everything that a release is planned from. It is data alone, so that a worker thread can do it. */
export type ReleaseInput = {
  number: number;
  threshold: number;
  /** The review first, then each roundtable that is taken in. */
  counts: readonly Counts[];
  /** What people took who came to several of these roundtables. */
  combinations: Combinations;
  breakdowns: readonly { attribute: BreakdownAttribute; groups: readonly GroupCounts[] }[];
  findings: readonly FindingCounts[];
  npqs: NpqCounts;
  /** Oldest first. */
  before: readonly {
    checked: CheckedThemes;
    breakdowns: readonly ReleasedBreakdown[];
    npqs: ReleasedNpqs | null;
  }[];
  /**
   * The last release's tables, where too few people changed for the figures to be counted again. The findings are new.
   */
  carried: readonly ReleasedTable[] | null;
  /** What published reports tell beyond their releases, by theme. */
  told: readonly (ToldCount & { themeId: string })[];
  /** Whether roundtables get tables of their own, or stand together alone. */
  tables: "each" | "together";
};

/** How many people named two NPQs where they spoke about repetition. */
type PairCounts = { first: Npq; second: Npq; people: number };

export type NpqCounts = {
  /** The review first, then each roundtable, with an NPQ in place of each theme: those of the vocabulary, by code. */
  counts: readonly Counts[];
  /** The theme of repetition, where the codebook has it. */
  theme: ReleasedNpqs["theme"];
  pairs: readonly PairCounts[];
};

/** Something that is left out of the release, because a small count would follow from it. */
export type LeftOut = { themeId: string; held: Held };

export type ReleasePlan = {
  tables: ReleasedTable[];
  breakdowns: ReleasedBreakdown[];
  findings: ReleasedFinding[];
  npqs: ReleasedNpqs | null;
  checked: CheckedThemes;
  leftOut: LeftOut[];
};

/** A breakdown that is counted for this release, with the groups that may be shown. */
export type Breakdown = { attribute: BreakdownAttribute; groups: GroupCounts[] };
