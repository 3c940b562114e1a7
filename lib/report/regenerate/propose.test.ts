import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readFigure } from "@/lib/aggregate/publication/words/told-words";
import { seededRandom } from "@/lib/platform/random";
import { blockOf, plainText } from "@/lib/report/draft/block";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { REPORT_KINDS, type ReportKind } from "@/lib/report/draft/document-kind";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import type { DraftSource } from "@/lib/report/draft/draft-source";
import { earlierWording } from "@/lib/report/draft/composed/earlier-wording";
import { storedBlock } from "@/lib/report/draft/composed/stored-block";
import { citesKey, tellingOf, tellingOfDraft, wordsKey } from "@/lib/report/draft/composed/telling";
import { randomSource } from "@/tests/support/report/random-source";
import { acceptAll } from "./accept-all";
import { answered } from "./answer";
import { applied } from "./edit";
import type { DraftedBlock, Proposal } from "./proposal";
import { propose, type Regenerating } from "./propose";

const SEEDS = Array.from({ length: 6 }, (_, at) => at + 1);

/** A draft as it is right after it was generated. */
function generated(blocks: readonly DraftBlock[]): Omit<Regenerating, "fresh"> {
  const rows = blocks.map((block) => {
    const stored = storedBlock(block, () => randomUUID());
    return { id: randomUUID(), section: block.section, ...stored };
  });
  return {
    composed: rows.map((row) => ({ ...row, id: randomUUID(), blockId: row.id, current: true })),
    drafted: rows.map((row) => ({ ...row, revision: 1, removedAt: null, erasedAt: null })),
  };
}

function again(kind: ReportKind, source: DraftSource, { composed }: Pick<Regenerating, "composed">) {
  return composeDraft(kind, source, earlierWording(composed.map((one) => tellingOf(one, one.evidence))));
}

/** The evidence some time later: findings withdrawn, reworded, recoded, with other contributions, and new ones. */
function later(source: DraftSource, seed: number): DraftSource {
  const random = seededRandom(seed + 1000);
  const other = randomSource(seed + 500);
  const [theme] = source.themes;
  const findings = source.findings.flatMap((finding) => {
    const chance = random();
    if (chance < 0.15) return [];
    if (chance < 0.3) return [{ ...finding, text: `${finding.text.replace(/\.$/, "")} and travel.` }];
    if (chance < 0.4) return [{ ...finding, stance: "strength" as const }];
    return chance < 0.5 ? [{ ...finding, supports: [...finding.supports, `${finding.id}-new`] }] : [finding];
  });
  const added = other.findings.slice(0, 2).map((finding) => ({
    ...finding,
    id: `new-${finding.id}`,
    themeId: theme?.id ?? finding.themeId,
  }));
  const figures = random() < 0.5 ? { themes: reordered(source.themes, other.themes) } : {};
  return { ...source, ...figures, findings: [...findings, ...added] };
}

/** The same themes with the figures of others, so that their order changes. */
function reordered(themes: DraftSource["themes"], others: DraftSource["themes"]): DraftSource["themes"] {
  return themes.map((theme, at) => {
    const released = others[at]?.released;
    return released && theme.released ? { ...theme, released: { ...released, id: theme.id } } : theme;
  });
}

const readsAs = (drafted: readonly DraftedBlock[]) =>
  drafted
    .filter(({ removedAt }) => !removedAt)
    .map((block) => [block.section, told(tellingOf(block, block.evidence))]);
const told = (telling: ReturnType<typeof tellingOf>) => [wordsKey(telling), citesKey(telling)];

describe.each(REPORT_KINDS)("a %s", (kind) => {
  test("has no proposals right after it was generated, and is composed again in the same words", () => {
    for (const seed of SEEDS) {
      const source = randomSource(seed);
      const first = composeDraft(kind, source);
      const state = generated(first);
      for (const { text, figure } of first.flatMap(({ runs }) => runs))
        if (figure) expect(readFigure(text), text).not.toBeNull();
      expect(again(kind, source, state), `seed ${seed}`).toEqual(first);
      expect(propose({ ...state, fresh: first }).proposals).toEqual([]);
    }
  });

  test("that nobody edited reads as newly composed once every proposal is accepted, and has no more", () => {
    for (const seed of SEEDS)
      for (const next of [seed % 2 === 0 ? randomSource(seed + 100) : later(randomSource(seed), seed)]) {
        const state = generated(composeDraft(kind, randomSource(seed)));
        const fresh = again(kind, next, state);
        const { edits, composed } = acceptAll({ ...state, fresh });
        const drafted = edits.reduce(applied, [...state.drafted]);
        const expected = fresh.map((block) => [block.section, told(tellingOfDraft(block))]);
        expect(readsAs(drafted), `seed ${seed}`).toEqual(expected);
        const after = { composed, drafted };
        expect(propose({ ...after, fresh: again(kind, next, after) }).proposals).toEqual([]);
      }
  });

  test("accepted one by one, in whatever order, comes to the same", () => {
    for (const seed of SEEDS.slice(0, 3)) {
      const random = seededRandom(seed);
      const next = later(randomSource(seed), seed);
      let state = generated(composeDraft(kind, randomSource(seed)));
      const fresh = again(kind, next, state);
      for (let left = 500; left > 0; left--) {
        const { proposals, ...composition } = propose({ ...state, fresh });
        const proposal = proposals[Math.floor(random() * proposals.length)];
        if (!proposal) break;
        const { edit, composed } = answered(state.composed, proposal, { accept: true, composition });
        state = { composed, drafted: edit ? applied(state.drafted, edit) : state.drafted };
      }
      const expected = fresh.map((block) => [block.section, told(tellingOfDraft(block))]);
      expect(readsAs(state.drafted), `seed ${seed}`).toEqual(expected);
    }
  });

  test("keeps what people wrote when every proposal is left, and does not propose the same again", () => {
    for (const seed of SEEDS) {
      const next = later(randomSource(seed), seed);
      const before = generated(composeDraft(kind, randomSource(seed)));
      const drafted = before.drafted.map((block, at) => (at % 3 === 0 ? edited(block) : block));
      const fresh = again(kind, next, before);
      let composed = before.composed;
      const { proposals, ...composition } = propose({ composed, drafted, fresh });
      for (const proposal of proposals) {
        const result = answered(composed, proposal, { accept: false, composition });
        expect(result.edit).toBeNull();
        composed = result.composed;
      }
      const kept = propose({ composed, drafted, fresh: again(kind, next, { composed }) });
      expect(kept.proposals.map(summary), `seed ${seed}`).toEqual([]);
      const all = acceptAll({ composed: before.composed, drafted, fresh }).edits.reduce(applied, [
        ...drafted,
      ]);
      for (const block of drafted.filter((_, at) => at % 3 === 0))
        expect(plainText(all.find(({ id }) => id === block.id)?.content ?? block.content)).toContain(MINE);
    }
  });

  test("keeps each paragraph into which somebody typed, wherever they typed", () => {
    for (const seed of SEEDS) {
      const random = seededRandom(seed);
      const before = generated(composeDraft(kind, randomSource(seed)));
      const drafted = before.drafted.map((block) => typedInto(block, random));
      const fresh = again(kind, later(randomSource(seed), seed), before);
      const all = acceptAll({ composed: before.composed, drafted, fresh }).edits.reduce(applied, [
        ...drafted,
      ]);
      for (const block of drafted.filter(({ content }) => plainText(content).includes(TYPED)))
        expect(plainText(all.find(({ id }) => id === block.id)?.content ?? blockOf("paragraph", []))).toBe(
          plainText(block.content),
        );
    }
  });
});

const TYPED = "z";
/** With one letter typed into a run of the paragraph; half the time into a figure, where it has one. */
function typedInto(block: DraftedBlock, random: () => number): DraftedBlock {
  const nodes = block.content.content ?? [];
  const figured = nodes.filter(({ marks }) => marks?.some(({ type }) => type === "figure"));
  const among = figured.length > 0 && random() < 0.5 ? figured : nodes;
  const chosen = among[Math.floor(random() * among.length)];
  const content = nodes.map((node) => {
    if (node !== chosen) return node;
    const at = Math.floor(random() * (node.text.length + 1));
    return { ...node, text: `${node.text.slice(0, at)}${TYPED}${node.text.slice(at)}` };
  });
  return { ...block, content: { ...block.content, content } };
}

const MINE = "In my own words.";
const edited = (block: DraftedBlock): DraftedBlock => ({
  ...block,
  revision: 2,
  content: blockOf("paragraph", [{ text: MINE, marks: [] }]),
});
const summary = (proposal: Proposal) => ({ ...proposal, key: undefined });

describe("a proposal", () => {
  const source = randomSource(3);
  const [finding] = source.findings.filter(({ stance }) => stance === "improvement");
  const first = composeDraft("full", source);
  const state = generated(first);
  const reworded = {
    ...source,
    findings: source.findings.map((one) =>
      one === finding ? { ...one, text: "Cover is hard to find." } : one,
    ),
  };
  const of = (now: Partial<Regenerating>, next: DraftSource = reworded) =>
    propose({ ...state, fresh: again("full", next, state), ...now }).proposals;
  const [proposal] = of({});
  const blockId = proposal?.is === "change" ? proposal.block.id : "";
  const others = (change: (block: DraftedBlock) => DraftedBlock) =>
    state.drafted.map((block) => (block.id === blockId ? change(block) : block));

  test("is for the paragraph whose finding was reworded, and for no other", () => {
    expect(of({})).toMatchObject([{ is: "change", theirs: false, words: true }]);
    expect(proposal?.is === "change" && wordsKey(proposal.fresh.telling)).toContain("cover is hard to find");
  });

  test("says of a paragraph that people edited that it is theirs, and is none where its source is the same", () => {
    expect(of({ drafted: others(edited) })).toMatchObject([{ is: "change", theirs: true }]);
    expect(of({ drafted: others(edited) }, source)).toEqual([]);
  });

  test("brings back what people removed only where its source changed", () => {
    const removedAt = new Date();
    const drafted = others((block) => ({ ...block, removedAt }));
    expect(of({ drafted }, source)).toEqual([]);
    expect(of({ drafted })).toMatchObject([{ is: "add", theirs: true, block: { id: blockId } }]);
  });

  test("touches nothing that people wrote, and no words that were removed for good", () => {
    const own = state.drafted.slice(0, 1).map((block) => ({ ...edited(block), id: randomUUID() }));
    expect(of({ drafted: [...state.drafted, ...own] }, source)).toEqual([]);
    const erasedAt = new Date();
    expect(of({ drafted: others((block) => ({ ...edited(block), erasedAt })) })).toEqual([]);
  });

  test("is for the evidence alone where the words stay, and then leaves words as they are", () => {
    const cited = {
      ...source,
      findings: source.findings.map((one) =>
        one === finding ? { ...one, supports: [...one.supports, "another"] } : one,
      ),
    };
    const changes = of({}, cited);
    expect(changes).toMatchObject([{ is: "change", words: false, theirs: false }]);
    const composition = propose({ ...state, fresh: again("full", cited, state) });
    const edits = changes.flatMap(
      (one) => answered(state.composed, one, { accept: true, composition }).edit ?? [],
    );
    const after = edits.reduce(applied, [...state.drafted]);
    expect(after.map(({ content }) => content)).toEqual(state.drafted.map(({ content }) => content));
    expect(JSON.stringify(after.map(({ evidence }) => evidence))).toContain('"another"');
  });

  test("is another one once the paragraph or the evidence has changed again", () => {
    const key = (proposals: readonly Proposal[]) => proposals.map((one) => one.key);
    expect(key(of({}))).toEqual([proposal?.key]);
    expect(key(of({ drafted: others((block) => ({ ...block, revision: 2 })) }))).not.toEqual([proposal?.key]);
  });
});
