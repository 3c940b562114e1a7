import type { Participant } from "./participant";
import { choosesPermission, type PermissionLevel, type PermissionMeans } from "./permission-choices";

export const PERMISSION_WORDS: Record<PermissionLevel, string> = {
  verbatim: "Words may be read and quoted",
  paraphrase: "Paraphrase only",
  not_published: "Not to be published",
};

/** Not recorded means the same as not to be published. */
export const NO_PERMISSION = "Not recorded";

/** The short form, in a list of people. */
export function permissionWords(permission: PermissionLevel | null): string {
  switch (permission) {
    case "verbatim":
      return "may be quoted";
    case "paraphrase":
      return "paraphrase only";
    case "not_published":
      return "not to be published";
    case null:
      return "permission not recorded";
  }
}

/**
 * Why words that are marked as verbatim still cannot be quoted; null where they can, and for a host, who is
 * not asked for permission.
 */
export function unquotableWords(speaker: Pick<Participant, "host" | "erased" | "permission">): string | null {
  if (!choosesPermission(speaker) || speaker.permission === "verbatim") return null;
  return `may not be quoted: ${permissionWords(speaker.permission)}`;
}

export const MEANS_WORDS: Record<PermissionMeans, string> = {
  facilitator: "Told a facilitator",
  link: "By a link",
  qr_code: "By a QR code",
  paper: "On paper",
};

/**
 * The first wording of a review that has none of its own; what applies with every wording is in
 * permission-words.ts.
 */
export const PERMISSION_WORDING = `You choose what happens with what you say here: whether officials of the review may read it and its reports may quote it, whether it may be paraphrased only, or whether it is not to be published.
Your name and organisation are kept apart from your words. You can change your choice later.`;
