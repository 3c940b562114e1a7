import type { Counts } from "@/lib/aggregate/figures/figures";
import type { GroupCounts } from "./breakdown-groups";
import type { Held } from "./check/hold-back";
import type { ReleasedCounts, ToldCount } from "./check/theme-history";
import type {
  BreakdownAttribute,
  ReleasedBreakdown,
  ReleasedFinding,
  ReleasedTable,
} from "./release-contents";

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
  breakdowns: readonly { attribute: BreakdownAttribute; groups: readonly GroupCounts[] }[];
  findings: readonly FindingCounts[];
  /** Oldest first. */
  before: readonly { checked: CheckedThemes; breakdowns: readonly ReleasedBreakdown[] }[];
  /**
   * The last release's tables, where too few people changed for the figures to be counted again. The findings are new.
   */
  carried: readonly ReleasedTable[] | null;
  /** What published reports tell beyond their releases, by theme. */
  told: readonly (ToldCount & { themeId: string })[];
  /** Whether roundtables get tables of their own, or stand together alone. */
  tables: "each" | "together";
};

/** Something that is left out of the release, because a small count would follow from it. */
export type LeftOut = { themeId: string; held: Held };

export type ReleasePlan = {
  tables: ReleasedTable[];
  breakdowns: ReleasedBreakdown[];
  findings: ReleasedFinding[];
  checked: CheckedThemes;
  leftOut: LeftOut[];
};

/** A breakdown that is counted for this release, with the groups that may be shown. */
export type Breakdown = { attribute: BreakdownAttribute; groups: GroupCounts[] };
