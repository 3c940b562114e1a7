/** What a check found in a draft. */
export const CHECK_KINDS = [
  "evidence",
  "quantity",
  "quotation",
  "small-group",
  "identity",
  "permission",
  "framing",
  "suggestion",
  "release",
  "attribution",
  "unheard",
  "reliance",
  "coverage",
  "style",
  "english",
  "empty",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export type Check = {
  kind: CheckKind;
  /** null: it is about the draft as a whole. */
  blockId: string | null;
  claimId: string | null;
  /** An error stops a draft from being published; a warning is for the author to consider. */
  blocking: boolean;
  /** What is wrong, and how to correct it. */
  message: string;
  /** Set where the lead set it aside: it no longer stops the draft. */
  waiver?: { id: string; reason: string };
};

export type Found = Pick<Check, "kind" | "blocking" | "message">;

export const fault = (kind: CheckKind, message: string): Found => ({ kind, blocking: true, message });
export const advice = (kind: CheckKind, message: string): Found => ({ kind, blocking: false, message });
