import type { PermissionLevel } from "@/lib/capture/people/permission-choices";

/** The three choices as participants read them, and what each of them means for their words. */
export const CHOICE_WORDS: Record<PermissionLevel, { title: string; means: string }> = {
  verbatim: {
    title: "My words may be read and quoted",
    means:
      "Officials may read your words once a facilitator has taken out what could identify you. Reports may quote them word for word.",
  },
  paraphrase: {
    title: "My words may be paraphrased only",
    means:
      "What you said is used in findings, but not in your own words. Only facilitators can read your words, and nobody quotes them.",
  },
  not_published: {
    title: "My words are not to be published",
    means:
      "You are counted among the people who spoke about a theme. Only facilitators can read your words, and they are not published.",
  },
};

/** What applies whatever is chosen, and whatever a review's own wording says. */
export const ALWAYS_SAID: readonly string[] = [
  "We cannot withdraw what has been published, even if you change your choice.",
  "We cannot promise secrecy. The Department for Education may have to disclose anything it can read.",
  "Your choice is a permission. It is not the lawful basis for keeping your data, which the controllers state in their privacy notice.",
];

/** The same answer for a link that never existed, has expired or was ended. */
export const NO_SUCH_LINK =
  "This link is not complete, has expired, or was replaced by a newer one. Your earlier choice still applies.";
