import type { PermissionLevel, PermissionMeans } from "./participant";

export const PERMISSION_WORDS: Record<PermissionLevel, string> = {
  verbatim: "Words may be read and quoted",
  paraphrase: "Paraphrase only",
  not_published: "Not to be published",
};

/** Not recorded means the same as not to be published. */
export const NO_PERMISSION = "Not recorded";

export const MEANS_WORDS: Record<PermissionMeans, string> = {
  facilitator: "Told a facilitator",
  link: "By a link",
  qr_code: "By a QR code",
  paper: "On paper",
};

/** The first wording of a review that has none of its own; what holds of every wording is in permission-words.ts. */
export const PERMISSION_WORDING = `You choose what happens with what you say here: whether officials of the review may read it and its reports may quote it, whether it may be paraphrased only, or whether it is not to be published.
Your name and organisation are kept apart from your words. You can change your choice later.`;
