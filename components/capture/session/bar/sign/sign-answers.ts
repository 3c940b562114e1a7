import { withChoice, withSource, type Draft } from "@/lib/capture/session/bar/draft";
import { withoutSign, type Choice, type SignOptions } from "@/lib/capture/session/bar/grammar";
import type { LeadingSign } from "@/lib/capture/session/bar/typed-sign";
import { speakerOf } from "../speakers";

/** One answer to what a sign at the beginning of the words means, and the resulting draft. */
export type SignAnswer = {
  key: string;
  words: string;
  choice: Choice | null;
  draft: Draft;
  /** The sign stays in the words. */
  keeps: boolean;
};

/** With the two permanent answers, each has a number key. */
const MAX_CHOICES = 7;

export function questionOf({ open, typed, choices }: LeadingSign, namesProblem: string | null): string {
  const count = choices.length;
  if (open.sign === "#") {
    if (count === 0) return `No theme matches “${typed}”. What is it?`;
    return count === 1 ? `Is “${typed}” this theme?` : `“${typed}” matches ${count} themes. Which is it?`;
  }
  if (count === 0)
    return [`Nobody here matches “${typed}”.`, namesProblem, "Who said it?"].filter(Boolean).join(" ");
  return count === 1 ? `Is “${typed}” this person?` : `“${typed}” matches ${count} people. Who said it?`;
}

/** Those who, or what, it could be; then the ways to leave it open, in which no word is lost. */
export function answersOf(
  { open, typed, choices }: LeadingSign,
  draft: Draft,
  options: SignOptions,
): SignAnswer[] {
  const left = withoutSign(draft.text, open).text.trimStart();
  const chosen = choices.slice(0, MAX_CHOICES).map((choice, index) => ({
    key: `choice-${index}`,
    words: "",
    choice,
    draft: withChoice({ ...draft, text: left }, choice),
    keeps: false,
  }));
  return [...chosen, ...(open.sign === "@" ? leftOpen(typed, draft, options) : noTheme(typed, draft, left))];
}

function leftOpen(typed: string, draft: Draft, options: SignOptions): SignAnswer[] {
  const speaker = speakerOf(options.speakers, draft);
  const unknown = {
    key: "unknown",
    words: `An unknown participant. Keep “${typed}” in the words`,
    choice: null,
    draft: withSource(draft, "unidentified"),
    keeps: true,
  };
  if (draft.source === "unidentified" || !speaker) return [unknown];
  const who = speaker.name ?? speaker.label;
  return [
    unknown,
    { key: "keep", words: `${who} said it. Keep “${typed}” in the words`, choice: null, draft, keeps: true },
  ];
}

function noTheme(typed: string, draft: Draft, left: string): SignAnswer[] {
  return [
    { key: "keep", words: `Keep “${typed}” in the words`, choice: null, draft, keeps: true },
    {
      key: "without",
      words: `Leave “${typed}” out`,
      choice: null,
      draft: { ...draft, text: left },
      keeps: false,
    },
  ];
}
