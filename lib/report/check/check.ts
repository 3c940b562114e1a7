/** What a check found in a draft. */
export type CheckKind =
  | "evidence"
  | "quantity"
  | "quotation"
  | "small-group"
  | "identity"
  | "permission"
  | "framing"
  | "suggestion"
  | "release"
  | "attribution"
  | "unheard"
  | "reliance"
  | "coverage"
  | "empty";

export type Check = {
  kind: CheckKind;
  /** null: it is about the draft as a whole. */
  blockId: string | null;
  claimId: string | null;
  /** An error stops a draft from being published; a warning is for the author to consider. */
  blocking: boolean;
  /** What is wrong, and how to correct it. */
  message: string;
};

export type Found = Pick<Check, "kind" | "blocking" | "message">;

export const fault = (kind: CheckKind, message: string): Found => ({ kind, blocking: true, message });
export const advice = (kind: CheckKind, message: string): Found => ({ kind, blocking: false, message });
