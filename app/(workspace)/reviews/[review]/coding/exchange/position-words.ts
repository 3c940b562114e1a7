import type { Reading } from "@/components/tag/exchange/exchange-state";
import { countOf } from "@/lib/platform/text/count-words";
import type { SourcePositions } from "@/lib/tag/exchange/positions/position-decision";
import type { UnitEvidence } from "@/lib/tag/exchange/positions/position-evidence";
import { STANDARD, type PositionUnit } from "@/lib/tag/exchange/positions/positions";

const UNIT_WORDS: Record<PositionUnit, string> = {
  "points-stored": "Characters, as the standard says",
  "points-lf": "Characters, with one for each line end",
  "points-crlf": "Characters, with two for each line end",
  "utf16-stored": "UTF-16 units, where most emoji count as two",
  "utf16-lf": "UTF-16 units, with one for each line end",
  "utf16-crlf": "UTF-16 units, with two for each line end, as NVivo for Windows does",
};

/** Units that give the same places are named by the best known of them. */
function wordsOf({ covers, unit }: UnitEvidence): string {
  const known = [STANDARD, "utf16-crlf" as const].find((one) => covers.includes(one));
  return UNIT_WORDS[known ?? unit];
}

export type ChosenReading = { chosen: PositionUnit | null; fileDigest: string };

/** How many passages begin and end at a word, as they are read. */
export function atWordsRow(positions: readonly SourcePositions[]): { key: string; value: string }[] {
  const read = positions.filter(({ units, passages }) => units.length > 0 && passages > 0);
  if (read.length === 0) return [];
  const sum = (of: (one: SourcePositions) => number) => read.reduce((total, one) => total + of(one), 0);
  return [
    {
      key: "Passages that begin and end at a word",
      value: ofAll(
        sum((one) => usedBy(one)?.atWords ?? 0),
        sum(({ passages }) => passages),
      ),
    },
  ];
}

const ofAll = (some: number, all: number) =>
  `${some.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")}`;

/** The evidence for the unit in which a source is read. */
function usedBy({ units, unit }: SourcePositions): UnitEvidence | undefined {
  return units.find(({ covers }) => covers.includes(unit));
}

/** What was concluded of how positions are counted, what was not, and where hardly any passage is at words. */
export function positionWarnings(positions: readonly SourcePositions[]): string[] {
  const open = positions.filter(({ reason }) => reason === "open");
  const others = positions.filter(({ reason, unit }) => reason === "evidence" && unit !== STANDARD);
  const few = positions.filter((one) => one.reason !== "open" && isFew(one));
  return [
    ...(open.length > 0
      ? [
          `We cannot tell how the positions in ${countOf(open.length, "text")} are counted: ${namesOf(open)}. Choose it above, under “How the file counts positions”, and look at the file again. Until then the file cannot be imported.`,
        ]
      : []),
    ...others.map((one) => {
      const [used, standard] = [usedBy(one), one.units[0]];
      if (!used || !standard) return "";
      return `“${one.name}” does not count positions as the standard says. We read them as ${lower(wordsOf(used))}: ${ofAll(used.atWords, one.passages)} passages begin and end at a word, and ${ofAll(standard.atWords, one.passages)} as the standard says.`;
    }),
    ...(few.length > 0
      ? [
          `Few passages begin and end at a word in ${countOf(few.length, "text")}: ${namesOf(few)}. Their codings may be on the wrong words, so check some of them after the import.`,
        ]
      : []),
  ];
}

const lower = (words: string) =>
  words.startsWith("UTF") ? words : words.charAt(0).toLowerCase() + words.slice(1);
const namesOf = (some: readonly SourcePositions[]) =>
  some.map(({ name }) => name || "A text without a name").join(", ");

function isFew(one: SourcePositions): boolean {
  const used = usedBy(one);
  return used !== undefined && one.passages > 0 && used.atWords * 2 < one.passages;
}

/** What a person can choose between, where units give passages other places; null where they do not. */
export function positionChoice(
  positions: readonly SourcePositions[],
  { chosen, fileDigest }: ChosenReading,
): Reading | null {
  const differing = positions.filter(({ units, reason }) => units.length > 1 && reason !== "ours");
  const [first] = differing;
  if (!first) return null;
  const units = new Map(
    differing.flatMap((one) => one.units.map((evidence) => [evidence.unit, evidence] as const)),
  );
  const options = [...units.values()].map((evidence) => ({
    value: evidence.unit,
    label: wordsOf(evidence),
    hint: wordsUnder(differing, evidence.unit),
  }));
  const isOpen = differing.some(({ reason }) => reason === "open");
  const defaultValue = chosen ?? (isOpen ? undefined : differing.length === 1 ? usedBy(first)?.unit : "");
  return {
    name: "unit",
    label: "How the file counts positions",
    hint: "Passages are in other places under each. To read them otherwise, choose one and look at the file again.",
    options: [
      ...(isOpen || differing.length === 1 ? [] : [{ value: "", label: "In each text as we judged it" }]),
      ...options,
    ],
    ...(defaultValue === undefined ? {} : { defaultValue }),
    fileDigest,
  };
}

function wordsUnder(differing: readonly SourcePositions[], unit: PositionUnit): string {
  const found = differing.flatMap(({ units }) => units.find(({ covers }) => covers.includes(unit)) ?? []);
  const atWords = found.reduce((sum, one) => sum + one.atWords, 0);
  const passages = differing.reduce((sum, one) => sum + one.passages, 0);
  const examples = found.flatMap((one) => one.examples).slice(0, 2);
  const such =
    examples.length === 0
      ? ""
      : ` The first would be ${examples.map((words) => `“${words}”`).join(" and ")}.`;
  return `${ofAll(atWords, passages)} passages begin and end at a word.${such}`;
}
