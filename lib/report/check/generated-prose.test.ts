import { describe, expect, test } from "vitest";
import { isProse, sentenceRuns, textOf } from "@/tests/support/report/draft-prose";
import { randomSource } from "@/tests/support/report/random-source";
import { composeDraft } from "../draft/compose/compose";
import { REPORT_KINDS, type BlockType } from "../draft/document-kind";
import type { DraftBlock, DraftRun } from "../draft/draft-block";
import type { DraftSource } from "../draft/draft-source";

/** How a draft reads, as rules that hold for every roundtable; what it says is in generated-drafts.test.ts. */

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1);
const drafts = (kind: (typeof REPORT_KINDS)[number]) =>
  SEEDS.map((seed) => {
    const source = randomSource(seed);
    return { seed, source, blocks: composeDraft(kind, source) };
  });
const proseOf = ({ runs }: DraftBlock) => textOf(runs.filter(({ strong }) => !strong)).trim();
const titlesOf = ({ themes, unraised }: DraftSource) =>
  [...themes.map(({ title }) => title), ...unraised].map((title) => title.toLowerCase());
const sentencesOf = (text: string) =>
  [...new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text)].map(({ segment }) => segment);

describe.each(REPORT_KINDS)("a generated %s", (kind) => {
  test("has no title of a theme within a sentence, but in a list of names after a colon", () => {
    let named = 0;
    for (const { seed, source, blocks } of drafts(kind))
      for (const sentence of blocks.filter(isProse).map(proseOf).flatMap(sentencesOf))
        for (const title of titlesOf(source)) {
          const [before, ...after] = sentence.toLowerCase().split(title);
          if (after.length === 0) continue;
          named++;
          expect(before, `seed ${seed}: ${sentence}`).toMatch(/themes?(?: .*)?: /);
        }
    expect(named).toBeGreaterThan(0);
  });

  test("asks in a list below a line for each number of people, each item a sentence or more", () => {
    let asked = 0;
    for (const { seed, blocks } of drafts(kind)) {
      const [heading, ...asks] = blocks.filter(({ section }) => section === "asks");
      if (!heading) continue;
      asked++;
      expect(asks[0]?.type, `seed ${seed}`).toBe("paragraph");
      const leads = asks.filter(({ type }) => type === "paragraph");
      expect(new Set(leads.map(proseOf)).size, `seed ${seed}`).toBe(leads.length);
      for (const lead of leads)
        expect(proseOf(lead), `seed ${seed}`).toMatch(
          /[Pp]articipants (?:made|put forward|had) (?:this|one|these|each).*:$/,
        );
      for (const [at, item] of asks.entries()) {
        if (item.type === "paragraph") {
          expect(asks[at + 1]?.type, `seed ${seed}`).toBe("list_item");
          continue;
        }
        expect(item.type, `seed ${seed}`).toBe("list_item");
        expect(proseOf(item), `seed ${seed}`).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
    expect(asked).toBeGreaterThan(0);
  });

  test("begins no paragraph as the one before it begins", () => {
    for (const { seed, blocks } of drafts(kind)) {
      const openings = blocks.filter(opensTheme).map(startOf);
      for (const [at, start] of openings.entries())
        expect(start, `seed ${seed}, paragraph ${at + 1}`).not.toBe(openings[at - 1]);
    }
  });

  test("puts no colon or semicolon of its own beside one that somebody typed", () => {
    let typed = 0;
    for (const { seed, blocks } of drafts(kind))
      for (const sentence of blocks.filter(isProse).flatMap(sentenceRuns)) {
        const told = sentence.filter(({ claim }) => claim && (claim.findingId || claim.supports.length > 0));
        if (!told.some(({ text }) => /[;:]/.test(text))) continue;
        typed++;
        const own = sentence.filter((run) => !told.includes(run));
        expect(textOf(own), `seed ${seed}: ${textOf(sentence)}`).not.toMatch(/[;:]/);
      }
    expect(typed).toBeGreaterThan(0);
  });
});

const OF_THEMES: readonly BlockType[] = ["paragraph", "list_item"];

/** A paragraph about one theme, or about one request. */
function opensTheme({ section, type, runs }: DraftBlock): boolean {
  const titled = runs[0]?.strong === true && section !== "divided";
  return OF_THEMES.includes(type) && (titled || (section === "themes" && runs.length > 1 && !isNames(runs)));
}

const isNames = (runs: readonly DraftRun[]) => /themes?(?: .*)?: /.test(textOf(runs));

/** Its first word, or that it is a figure: "About 10 of the 20 people", "A few participants". */
function startOf({ runs }: DraftBlock): string {
  const [first] = runs.filter(({ strong, text }) => !strong && text.trim() !== "");
  if (first?.figure) return "a figure";
  return first?.text.trimStart().split(" ")[0] ?? "";
}
