import { describe, expect, test } from "vitest";
import { figureFor, refText } from "@/lib/aggregate/publication/report/figure-ref";
import { checkDraft } from "@/lib/report/check/checks";
import { figureOf, refOf, type CitedContribution, type Claim } from "@/lib/report/claim/claim";
import { falseQuantities, floorFaults } from "@/tests/support/report/draft-floor";
import { textOf } from "@/tests/support/report/draft-prose";
import { randomCounted, randomSource } from "@/tests/support/report/random-source";
import { blockOf, type Run } from "../draft/block";
import { KINDS, REPORT_KINDS, type ReportKind } from "../draft/document-kind";
import { textBlock, type DraftBlock, type DraftClaim } from "../draft/draft-block";
import type { DraftSource } from "../draft/draft-source";
import { composeDraft } from "../draft/compose/compose";
import { wordsOf } from "../draft/compose/parts";

const SEEDS = Array.from({ length: 30 }, (_, at) => at + 1);
const MANY_SEEDS = Array.from({ length: 200 }, (_, at) => at + 1);
/** Of a review with a release, and themes enough for a long report. */
const SEED_WITH_FIGURES = 5;
const text = ({ runs }: DraftBlock) => textOf(runs);

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
      const failing = checked(blocks, source).filter(
        ({ blocking, kind: check }) => blocking && (source.figures !== null || check !== "release"),
      );
      expect(failing, `seed ${seed}`).toEqual([]);
    }
  });

  test("keeps to its length, tells every theme with people enough, and uses nothing too often", () => {
    for (const seed of SEEDS) {
      const source = randomSource(seed);
      expect(floorFaults(kind, source, composeDraft(kind, source)), `seed ${seed}`).toEqual([]);
    }
  });

  test("says nothing of quantity that is not so of the people as they were counted", () => {
    let said = 0;
    for (const seed of MANY_SEEDS) {
      const { source, exact } = randomCounted(seed);
      const blocks = composeDraft(kind, source);
      said += blocks.flatMap(({ runs }) => runs).filter(({ figure }) => figure).length;
      expect(falseQuantities(blocks, source, exact), `seed ${seed}`).toEqual([]);
    }
    expect(said).toBeGreaterThan(MANY_SEEDS.length);
  });
});

describe("what every draft keeps is missed where it is not kept:", () => {
  const { source, exact } = randomCounted(SEED_WITH_FIGURES);
  const blocks = composeDraft("full", source);
  const rules = (changed: readonly DraftBlock[], kind: ReportKind = "full") =>
    new Set(floorFaults(kind, source, changed).map(({ rule }) => rule));
  const opening = blocks.find(({ runs }) => runs.some(({ figure }) => figure?.of === "theme"));
  const reworded = (text: string) =>
    blocks.map((block) =>
      block === opening
        ? { ...block, runs: block.runs.map((run) => (run.figure?.of === "theme" ? { ...run, text } : run)) }
        : block,
    );

  test("the release's words of quantity, and what was counted", () => {
    expect(rules(blocks)).toEqual(new Set());
    expect(rules(reworded("nobody"))).toContain("quantity");
    expect(falseQuantities(reworded("about 1 of the 99"), source, exact)).toHaveLength(1);
  });

  test("one figure a sentence, one frame twice, every theme and the length", () => {
    const figure = opening?.runs.find((run) => run.figure);
    const twice = { ...(opening ?? blocks[0]), runs: [figure, figure].flatMap((run) => run ?? []) };
    expect(rules([...blocks, twice as DraftBlock])).toContain("figures");
    const added = Array.from({ length: 3 }, () => textBlock("themes", "paragraph", "So it was said there."));
    expect(rules([...blocks, ...added])).toEqual(new Set(["frame", "opening"]));
    expect(rules([])).toContain("theme");
    const long = Array.from({ length: KINDS.briefing.words.most }, () => added).flat();
    expect(rules(long, "briefing")).toContain("length");
  });
});

/**
 * What stands in one part and again in another: whole clauses, by the finding and the side that they tell. A conclusion tells
 * again what it draws on.
 */
test("a generated report tells no clause twice", () => {
  for (const kind of REPORT_KINDS)
    for (const seed of SEEDS) {
      const clauses = composeDraft(kind, randomSource(seed))
        .filter(({ section }) => section !== "final")
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
