import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { CodingAccount } from "@/lib/tag/rounds/agreement-words/method-note";
import type { HouseStyle } from "./house-style";

/** What a draft is made from: read by queries/read-draft-source.ts, composed by compose/. */

export type Confidentiality = "attributed" | "role_only" | "chatham_house";

export type DraftRoundtable = {
  title: string;
  heldOn: Date;
  place: string | null;
  online: boolean;
  host: string;
  confidentiality: Confidentiality;
  questions: string[];
};

/** A show of hands whose contribution is cleared; `about` is the cleared text. */
export type DraftHands = {
  contributionId: string;
  raised: number;
  asked: number;
  about: string;
  heldOn: Date;
};

export type DraftFinding = {
  id: string;
  themeId: string;
  text: string;
  /** What those say who contradict it; empty where nobody wrote it. */
  counterView: string;
  stance: Stance;
  /** Contributions within the scope. */
  supports: readonly string[];
  contradicts: readonly string[];
  /** What the release says of the finding; null where it is not in it, or where the draft covers one roundtable. */
  figures: { supports: PublishedFigure; contradicts: PublishedFigure } | null;
  hands: readonly DraftHands[];
};

export type DraftTheme = {
  id: string;
  title: string;
  /** What fits no theme of the codebook. */
  other: boolean;
  /** What the release says of it within the scope; null where it says nothing. */
  released: ReleasedTheme | null;
};

/** Words that may be published as they were said. */
export type DraftQuotation = { contributionId: string; findingId: string; themeId: string; text: string };

/** Who did what, for the method in full. */
export type Conduct = {
  invited: number;
  present: number;
  hosts: number;
  coders: number;
  contributions: number;
  /** Those of them that one participant made, known or not. */
  spoken: number;
  /** Corrections to contributions after the session, when they were read back. */
  amended: number;
};

export type DraftSource = {
  reviewTitle: string;
  smallNumber: number;
  wholeReview: boolean;
  style: HouseStyle;
  roundtables: readonly DraftRoundtable[];
  /** Distinct people present, without hosts; a person at two roundtables counts as two attendances. */
  people: number;
  attendances: number;
  /** What the release says; null where none covers the scope, and then the draft tells no quantity at all. */
  figures: ReportFigures | null;
  /** In the order of the codebook; each has findings, or people in the release. */
  themes: readonly DraftTheme[];
  /** Themes of the codebook that nobody raised. */
  unraised: readonly string[];
  findings: readonly DraftFinding[];
  quotations: readonly DraftQuotation[];
  /** Contributions in scope without a known speaker. */
  unidentifiedContributions: number;
  conduct: Conduct;
  /** How the contributions in scope were coded; null where no agreement between coders was measured. */
  coding: CodingAccount | null;
};
