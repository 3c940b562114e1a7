import { describe, expect, test } from "vitest";
import { figureFor, refText } from "@/lib/aggregate/publication/report/figure-ref";
import { saysFigure } from "@/lib/aggregate/publication/words/told-words";
import { checkDraft } from "@/lib/report/check/checks";
import { figureOf, refOf, type CitedContribution, type Claim } from "@/lib/report/claim/claim";
import { randomSource } from "@/tests/support/report/random-source";
import { blockOf, type Run } from "../draft/block";
import { KINDS, OWN_WORDS, REPORT_KINDS } from "../draft/document-kind";
import type { DraftBlock, DraftClaim } from "../draft/draft-block";
import type { DraftSource } from "../draft/draft-source";
import { composeDraft } from "../draft/compose/compose";
import { wordsOf } from "../draft/compose/parts";

const SEEDS = Array.from({ length: 30 }, (_, at) => at + 1);
const text = ({ runs }: DraftBlock) => runs.map((run) => run.text).join("");
const sentences = (block: DraftBlock) =>
  [...new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text(block))].map(
    ({ segment }) => segment,
  );

/** The draft as it would be stored, with each claim's evidence. */
function checked(blocks: readonly DraftBlock[], source: DraftSource) {
  const claims = new Map<string, Claim>();
  const ids = new Map<DraftClaim, string>();
  const idOf = (claim: DraftClaim) => {
    const id = ids.get(claim) ?? `0190c0de-0000-7000-8000-${String(ids.size + 1).padStart(12, "0")}`;
    ids.set(claim, id);
    const supports = claim.supports.map((one) => contribution(one, source));
    const ref = refOf(claim, supports);
    claims.set(id, {
      ...claim,
      id,
      supports,
      contradicts: [],
      figure: figureOf(supports, { people: 6, of: source.people, unidentified: 0 }),
      told: ref && source.figures ? figureFor(ref, source.figures) : null,
    });
    return id;
  };
  const stored = blocks.map(({ section, type, runs, figure }, at) => {
    const marked = runs.map(({ text, claim, figure }): Run => ({
      text,
      marks: [
        ...(claim ? [{ type: "claim" as const, attrs: { id: idOf(claim) } }] : []),
        ...(figure ? [{ type: "figure" as const, attrs: { ref: refText(figure) } }] : []),
      ],
    }));
    return { id: String(at), section, type, content: blockOf(type, marked, figure), erasedAt: null };
  });
  return checkDraft(stored, { claims, figures: source.figures, smallNumber: source.smallNumber });
}

function contribution(id: string, { figures }: DraftSource): CitedContribution {
  return {
    id,
    stands: true,
    participants: true,
    verbatim: true,
    clearedText: "Said.",
    permission: "verbatim",
    identified: !id.endsWith("-h"),
    unidentified: false,
    hands: figures?.hands.get(id) ?? null,
  };
}

describe.each(REPORT_KINDS)("a generated %s", (kind) => {
  test("says nothing of quantity but what the release says, and passes its own checks", () => {
    for (const seed of SEEDS) {
      const source = randomSource(seed);
      const blocks = composeDraft(kind, source);
      for (const { text: words, figure } of blocks.flatMap(({ runs }) => runs)) {
        if (!figure) continue;
        const told = source.figures && figureFor(figure, source.figures);
        expect(told && saysFigure(words, told), `${seed}: “${words}” is ${refText(figure)}`).toBe(true);
      }
      const failing = checked(blocks, source).filter(
        ({ blocking, kind: check }) => blocking && (source.figures !== null || check !== "release"),
      );
      expect(failing, `seed ${seed}`).toEqual([]);
    }
  });

  test("tells every theme with people enough for a number, and keeps to its length", () => {
    for (const seed of SEEDS) {
      const source = randomSource(seed);
      const blocks = composeDraft(kind, source);
      const told = blocks.map(text).join("\n").toLowerCase();
      const tabled = kind === "briefing" && source.figures !== null;
      for (const { title, other, released } of source.themes) {
        const count = released?.people.count.is;
        if (tabled || other || (count !== "about" && count !== "nearly all")) continue;
        expect(told, `seed ${seed}`).toContain(title.toLowerCase());
      }
      const own = blocks.filter(({ section }) => section !== "annex");
      expect(wordsOf(own), `seed ${seed}`).toBeLessThanOrEqual(KINDS[kind].words.most);
    }
  });

  test("uses no frame more than twice, opens no two paragraphs alike, and gives one figure a sentence", () => {
    for (const seed of SEEDS) {
      const source = randomSource(seed);
      const blocks = composeDraft(kind, source).filter(({ section }) => !OWN_WORDS.includes(section));
      const all = blocks.flatMap(sentences);
      for (const sentence of all)
        expect(sentence.match(/\((?:about|nearly)[^)]*\)/g)?.length ?? 0, sentence).toBeLessThanOrEqual(1);
      const titles = source.themes.map(({ title }) => title.toLowerCase());
      for (const [frame, times] of framesUsed(blocks, titles))
        expect(times, `seed ${seed}: ${frame}`).toBeLessThanOrEqual(2);
      const openings = blocks.filter(({ type }) => type === "paragraph").map(openingOf);
      for (const words of new Set(openings))
        expect(openings.filter((one) => one === words).length, `seed ${seed}: ${words}`).toBeLessThanOrEqual(
          2,
        );
    }
  });
});

/** Sentences with what fills them taken out, and how often each stands in the blocks. */
function framesUsed(blocks: readonly DraftBlock[], titles: readonly string[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const { runs } of blocks.filter(({ type }) => type === "paragraph" || type === "list_item")) {
    const frames = runs
      .map(({ text, claim, figure, strong }) => {
        if (text === " " && !claim) return "\n";
        return strong || figure || titles.includes(text) || (claim && !claim.themeId) ? "…" : text;
      })
      .join("")
      .split("\n");
    for (const frame of frames.filter((one) => /\p{L}/u.test(one)))
      used.set(frame, (used.get(frame) ?? 0) + 1);
  }
  return used;
}

/** The first words of a paragraph after its title, with its figure taken out. */
function openingOf({ runs }: DraftBlock): string {
  const told = runs.filter(({ strong }) => !strong).map(({ text, figure }) => (figure ? "…" : text));
  return told.join("").trim().split(" ").slice(0, 8).join(" ");
}

/** What stands in one part and again in another: whole clauses, by the finding and the side that they tell. */
test("a generated report tells no clause twice", () => {
  for (const kind of REPORT_KINDS)
    for (const seed of SEEDS) {
      const clauses = composeDraft(kind, randomSource(seed))
        .flatMap(({ runs }) => runs)
        .flatMap(({ text: words, claim }) =>
          claim?.findingId ? [`${claim.findingId} ${claim.side} ${words}`] : [],
        );
      expect(clauses.length, `${kind} ${seed}`).toBe(new Set(clauses).size);
    }
});

test("the same source gives the same draft", () => {
  expect(composeDraft("summary", randomSource(7))).toEqual(composeDraft("summary", randomSource(7)));
});

test("the method note of a summary has at most 120 words", () => {
  for (const seed of SEEDS) {
    const method = composeDraft("summary", randomSource(seed)).filter(
      ({ section, type }) => section === "method" && type === "paragraph",
    );
    expect(wordsOf(method)).toBeLessThanOrEqual(120);
  }
});

test("a draft without a release gives no figure and no word of quantity", () => {
  const source = { ...randomSource(3), figures: null };
  const without = {
    ...source,
    themes: source.themes.map((theme) => ({ ...theme, released: null })),
    findings: source.findings.map((finding) => ({ ...finding, figures: null, hands: [] })),
  };
  const blocks = composeDraft("full", without);
  expect(blocks.flatMap(({ runs }) => runs).filter(({ figure }) => figure)).toEqual([]);
});

test("a title keeps its capitals in a list of names where it is an acronym", () => {
  const source = { ...randomSource(3), unraised: ["SEND provision", "Delivery"] };
  expect(composeDraft("briefing", source).map(text).join("\n")).toContain(
    "Nobody spoke about these themes: SEND provision and delivery.",
  );
});
