import { STANCES } from "@/lib/capture/contribution/stance";
import { formatInstant } from "@/lib/platform/text/dates";
import type { WordParagraph } from "../format/word-write";
import {
  DECIDED,
  passageOf,
  type CodedContribution,
  type ContributionCoding,
  type NamedTheme,
} from "./coded-contribution";
import { spanKey } from "./export-kind";

/** The heading of a theme, and what belongs under it; one that is under another stands a level lower. */
export function themeParagraphs({ title, definition, under }: NamedTheme): WordParagraph[] {
  return [
    { style: under === null ? "Heading1" : "Heading2", runs: [{ text: title }] },
    ...(definition === "" ? [] : [{ style: "Small" as const, runs: [{ text: definition }] }]),
  ];
}

/** The passages of a contribution under a theme, each once with everybody who set it: its words among those around, and where they are from. */
export function passageParagraphs(one: CodedContribution, themeId: string): WordParagraph[] {
  const passages = new Map<string, ContributionCoding[]>();
  for (const coding of one.codings)
    if (coding.themeId === themeId)
      passages.set(spanKey(coding), [...(passages.get(spanKey(coding)) ?? []), coding]);
  return [...passages.values()].flatMap((codings): WordParagraph[] => {
    const [first] = codings;
    if (!first) return [];
    const { before, passage, after } = passageOf(one.words, first);
    // On all of a contribution nothing is marked.
    const isWhole = before === "" && after === "";
    return [
      {
        style: "Normal",
        runs: isWhole
          ? [{ text: passage }]
          : [
              { text: before, as: "around" },
              { text: passage, as: "marked" },
              { text: after, as: "around" },
            ],
      },
      { style: "Small", runs: [{ text: originOf(one, codings) }] },
    ];
  });
}

function originOf(
  { roundtable, speaker, question, saidAt, memos }: CodedContribution,
  codings: readonly ContributionCoding[],
): string {
  const set = codings.map(({ stance, coder }) => `${STANCES[stance].word} (${coder ?? DECIDED})`);
  const parts = [
    [...new Set(set)].join(", "),
    speaker,
    roundtable,
    question,
    saidAt && formatInstant(saidAt),
  ];
  const from = parts.filter((part) => part !== null && part !== "").join(" · ");
  return [from, ...memos.map(({ text, by }) => `Memo of ${by}: ${text}`)].join("\n");
}
