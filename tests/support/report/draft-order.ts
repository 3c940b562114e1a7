import { quantityOf } from "@/lib/aggregate/publication/words/published-words";
import { formatDate } from "@/lib/platform/text/dates";
import { shareAnObject } from "@/lib/report/draft/compose/shared-object";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import type { DraftBlock, DraftRun } from "@/lib/report/draft/draft-block";
import type { DraftFinding, DraftSource } from "@/lib/report/draft/draft-source";
import { sentenceRuns, textOf } from "./draft-prose";

/** What stands beside what in a draft: sentences that do not keep to it, by the rule. */
export const ORDER_RULES = {
  hands: strayHands,
  "other side": strayOtherSides,
  joined: joinedAtRandom,
  pointer: paragraphsOfNothing,
  number: pointsWithoutNumber,
  occasion: occasionUntold,
} as const;

type Blocks = readonly DraftBlock[];
type Sentence = readonly DraftRun[];

const isSupport = ({ claim }: DraftRun) => Boolean(claim?.findingId) && claim?.side === "supports";
const findingIds = (sentence: Sentence) =>
  new Set(sentence.filter(isSupport).map(({ claim }) => claim?.findingId ?? ""));
const handsOf = (sentence: Sentence) =>
  sentence.flatMap(({ figure }) => (figure?.of === "hands" ? [figure.id] : []));

/** The findings that the last sentence before told which tells any. */
function toldBefore(sentences: readonly Sentence[], at: number): Set<string> {
  return findingIds(sentences.slice(0, at).findLast((sentence) => sentence.some(isSupport)) ?? []);
}

/** A show of hands that does not follow the finding that it supports; a conclusion names the finding's hands by themselves. */
function strayHands(blocks: Blocks, { findings }: DraftSource): string[] {
  return blocks
    .filter(({ section }) => section !== "final")
    .map(sentenceRuns)
    .flatMap((sentences) =>
      sentences.flatMap((sentence, at) =>
        handsOf(sentence).flatMap((id) => {
          const before = toldBefore(sentences, at);
          const own = findings.filter(({ hands }) =>
            hands.some(({ contributionId }) => contributionId === id),
          );
          return own.some((finding) => before.has(finding.id)) ? [] : [textOf(sentence)];
        }),
      ),
    );
}

/** What was said against a finding that is told in the paragraph, and stands after another one, or after two. */
function strayOtherSides(blocks: Blocks): string[] {
  return blocks.map(sentenceRuns).flatMap((sentences) => {
    const here = new Set(sentences.flatMap((sentence) => [...findingIds(sentence)]));
    return sentences.flatMap((sentence, at) => {
      const against = sentence.flatMap(({ claim }) =>
        claim?.side === "contradicts" ? [claim.findingId ?? ""] : [],
      );
      const before = toldBefore(sentences, at);
      const stray = against.filter((id) => here.has(id) && !(before.size === 1 && before.has(id)));
      return stray.length > 0 && !sentence.some(isSupport) ? [textOf(sentence)] : [];
    });
  });
}

/** Points in one sentence that are about different things, and are not a list that says how many they are. */
function joinedAtRandom(blocks: Blocks, { findings }: DraftSource): string[] {
  const texts = new Map(findings.map(({ id, text }) => [id, text]));
  return blocks
    .filter(({ section }) => section !== "final")
    .flatMap(sentenceRuns)
    .filter((sentence) => {
      const told = [...findingIds(sentence)].map((id) => texts.get(id) ?? "");
      const related = told.every((text, at) => at === 0 || shareAnObject(told[at - 1] ?? "", text));
      return !related && !/\b(?:two|three)\b[^:]*:/i.test(textOf(sentence));
    })
    .map(textOf);
}

/** Paragraphs with the title of a theme that tell no finding. */
function paragraphsOfNothing(blocks: Blocks): string[] {
  return blocks
    .filter((block, at) => {
      if (OWN_WORDS.includes(block.section)) return false;
      const titled = block.runs[0]?.strong || blocks[at - 1]?.type === "subheading";
      const prose = block.type === "paragraph" || block.type === "list_item";
      return titled && prose && !block.runs.some(({ claim }) => claim?.findingId);
    })
    .map(({ runs }) => textOf(runs));
}

/** Points that the release gives a number for, in a sentence that gives none. */
function pointsWithoutNumber(blocks: Blocks, { findings }: DraftSource): string[] {
  const numbered = (finding: DraftFinding) => {
    const word = finding.figures && quantityOf(finding.figures.supports);
    return word !== null && word !== "none";
  };
  const known = new Set(findings.filter(numbered).map(({ id }) => id));
  return blocks
    .filter(({ section }) => section === "strengths" || section === "improvements" || section === "themes")
    .flatMap(sentenceRuns)
    .filter((sentence) => [...findingIds(sentence)].some((id) => known.has(id)))
    .filter((sentence) => !sentence.some(({ figure }) => figure))
    .map(textOf);
}

/** A context that does not say when and where the first roundtable was, or who the host was. */
function occasionUntold(blocks: Blocks, { roundtables: [first] }: DraftSource): string[] {
  const context = blocks.filter(({ section, type }) => section === "context" && type === "paragraph");
  const said = textOf(context.flatMap(({ runs }) => runs));
  const parts = first ? [formatDate(first.heldOn), first.place, first.host] : [];
  return context.length === 0 ? [] : parts.filter((part) => part && !said.includes(part)).map(String);
}
