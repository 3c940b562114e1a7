import type { Stance } from "@/lib/capture/contribution/stance";
import type { CodingAccount } from "@/lib/tag/rounds/agreement/method-note";

/** What a draft is made of: read by queries/draft-source.ts, composed by draft.ts. */

export type Confidentiality = "attributed" | "role_only" | "chatham_house";

type DraftRoundtable = {
  title: string;
  heldOn: Date;
  host: string;
  confidentiality: Confidentiality;
  questions: string[];
};

/** How many people of those present had each value; a person without one is in none. */
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

/** Who said something: people are distinct and identified, the other contributions have no known speaker. */
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
  /** Distinct people behind its findings of each kind: what decides where in a part of the draft it stands. */
  people: Record<"strengths" | "improvements", number>;
};

export type DraftSource = {
  reviewTitle: string;
  smallNumber: number;
  wholeReview: boolean;
  roundtables: DraftRoundtable[];
  /** Distinct people present, hosts left out; a person at two roundtables attended twice. */
  people: number;
  attendances: number;
  breakdowns: Breakdown[];
  /** In the order of the codebook. */
  themes: DraftTheme[];
  findings: DraftFinding[];
  /** Contributions in scope whose speaker is not known. */
  unidentifiedContributions: number;
  /** How the contributions in scope were coded; null where no agreement between coders was measured on them. */
  coding: CodingAccount | null;
};
