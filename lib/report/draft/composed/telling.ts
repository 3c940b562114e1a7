import { refText } from "@/lib/aggregate/publication/report/figure-ref";
import { readFigure } from "@/lib/aggregate/publication/words/told-words";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { runsOf, typeOf } from "../block";
import type { BlockContent, FigureAttrs } from "../content/block-content";
import type { BlockType, Section } from "../document-kind";
import type { DraftBlock, DraftClaim } from "../draft-block";

/** A paragraph in one form, whether it was just composed or is stored, so that the two can be compared. */
export type Telling = {
  section: Section;
  type: BlockType;
  figure: FigureAttrs | null;
  stretches: readonly Stretch[];
};

/** A stretch of text; `figure` is the reference of the figure that it stands for. */
export type Stretch = {
  text: string;
  claim: DraftClaim | null;
  figure: string | null;
  /** "strong", "em" and "own". */
  styles: readonly string[];
};

/** What each claim of a stored paragraph tells and cites, by claim. */
export type ClaimEvidence = Readonly<Record<string, DraftClaim>>;

const NOTHING: DraftClaim = {
  findingId: null,
  side: "supports",
  themeId: null,
  stance: null,
  supports: [],
  contradicts: [],
};

export function tellingOfDraft({ section, type, runs, figure }: DraftBlock): Telling {
  return {
    section,
    type,
    figure: figure ?? null,
    stretches: runs.map((run) => ({
      text: run.text,
      claim: run.claim ?? null,
      figure: run.figure ? refText(run.figure) : null,
      styles: run.strong ? ["strong"] : [],
    })),
  };
}

export function tellingOf(
  { section, content }: { section: Section; content: BlockContent },
  evidence: ClaimEvidence,
): Telling {
  return {
    section,
    type: typeOf(content),
    figure: content.type === "figure" ? content.attrs : null,
    stretches: runsOf(content).map(({ text, marks }) => {
      const claimed = marks.find((mark) => mark.type === "claim");
      const figured = marks.find((mark) => mark.type === "figure");
      return {
        text,
        claim: claimed ? (evidence[claimed.attrs.id] ?? NOTHING) : null,
        figure: figured?.attrs.ref ?? null,
        styles: marks.map(({ type }) => type).filter((type) => type !== "claim" && type !== "figure"),
      };
    }),
  };
}

/** What a claim tells, as text: claims that tell the same have the same. One of contributions alone tells those. */
export function toldKey({ findingId, side, themeId, stance, supports }: DraftClaim): string {
  if (findingId) return `finding ${findingId} ${side}`;
  if (themeId) return `theme ${themeId} ${stance ?? "all"}`;
  return `cites ${[...supports].sort().join(" ")}`;
}

export function wordsIn({ stretches }: Telling): string {
  return stretches.map(({ text }) => text).join("");
}

/** The claims, each once. */
export function claimsTold({ stretches }: Telling): Map<string, DraftClaim> {
  return new Map(stretches.flatMap(({ claim }) => (claim ? [[toldKey(claim), claim]] : [])));
}

/**
 * The words with what they tell: paragraphs that say the same have the same. What claims cite is not in it. Without
 * `figures`, a figure of one release has the same as that of another in the same form; words that somebody wrote into one
 * are words.
 */
export function wordsKey(telling: Telling, { figures = true } = {}): string {
  const parts: { text: string; of: string }[] = [];
  for (const { text, claim, figure, styles } of telling.stretches) {
    const of = canonicalJson([claim && toldKey(claim), figure, [...styles].sort()]);
    const last = parts.at(-1);
    const said = figure === null || figures ? null : readFigure(text);
    const words = said ? `⟨${canonicalJson(said)}⟩` : text;
    if (last?.of === of) last.text += words;
    else parts.push({ text: words, of });
  }
  return canonicalJson([telling.type, telling.figure, parts]);
}

/** What the claims cite, whatever the words. */
export function citesKey(telling: Telling): string {
  return canonicalJson(
    Object.fromEntries([...claimsTold(telling)].map(([key, claim]) => [key, cited(claim)])),
  );
}

export function cited({ supports, contradicts }: DraftClaim): readonly [string[], string[]] {
  return [[...supports].sort(), [...contradicts].sort()];
}
