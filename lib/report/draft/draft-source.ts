import type { Stance } from "@/lib/capture/contribution/stance";
import type { CodingAccount } from "@/lib/tag/rounds/agreement-words/method-note";

/** What a draft is made from: read by queries/draft-source.ts, composed by draft.ts. */

export type Confidentiality = "attributed" | "role_only" | "chatham_house";

type DraftRoundtable = {
  title: string;
  heldOn: Date;
  host: string;
  confidentiality: Confidentiality;
  questions: string[];
};

/** How many of the people present had each value; a person without a value is counted in none. */
export type Breakdown = {
  attribute: "phase" | "role" | "region";
  values: { value: string; people: number }[];
};

/** A show of hands whose contribution is cleared; `about` is the cleared text. */
export type DraftHands = {
  contributionId: string;
  raised: number;
  asked: number;
  about: string;
  heldOn: Date;
};

/** Who said something: distinct identified people, and contributions without a known speaker. */
export type Voices = { contributionIds: string[]; people: number; otherContributions: number };

export type DraftFinding = {
  id: string;
  themeId: string;
  text: string;
  stance: Stance;
  supports: Voices;
  contradicts: Voices;
  hands: DraftHands[];
};

export type DraftTheme = {
  id: string;
  title: string;
  /**
   * Distinct people behind its findings of each stance; this decides the order within a part of the draft.
   */
  people: Record<"strengths" | "improvements", number>;
};

export type DraftSource = {
  reviewTitle: string;
  smallNumber: number;
  wholeReview: boolean;
  roundtables: DraftRoundtable[];
  /** Distinct people present, without hosts; a person at two roundtables counts as two attendances. */
  people: number;
  attendances: number;
  breakdowns: Breakdown[];
  /** In the order of the codebook. */
  themes: DraftTheme[];
  findings: DraftFinding[];
  /** Contributions in scope without a known speaker. */
  unidentifiedContributions: number;
  /** How the contributions in scope were coded; null where no agreement between coders was measured. */
  coding: CodingAccount | null;
};
