import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { CheckKind } from "@/lib/report/check/check";
import { checkDraft, type CheckedBlock } from "@/lib/report/check/checks";
import { isAttributed } from "@/lib/report/check/sentence-language";
import { figureOf, type CitedContribution, type Claim } from "@/lib/report/claim/claim";
import { blockOf, runsOf, type Run } from "@/lib/report/draft/block";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { sharedFile } from "@/tests/support/shared-data";

/** The checks on a report of a real discussion: an honest one passes, and each fault that is put into it is found, where it is. */

const FILES = [0, 4, 6, 18, 23].map((n) => `transcripts/education_${n}.json`);
const PEOPLE = 20;
/** As long as what somebody would quote, in letters. */
const QUOTABLE = { least: 60, most: 400 };

/** Each fault is put into each of them, and the whole is checked again. */
const MOST = 25;

const Meeting = z.object({ meeting_transcripts: z.array(z.object({ content: z.string() })) });

/** What was said, each turn a contribution word for word. */
function said(file: string): CitedContribution[] {
  const { meeting_transcripts } = Meeting.parse(JSON.parse(readFileSync(file, "utf8")));
  return (
    meeting_transcripts
      .map(({ content }) => content.replace(/\s+/g, " ").trim())
      .filter(({ length }) => length >= QUOTABLE.least && length <= QUOTABLE.most)
      // Marks of quotation within would end the quotation.
      .filter((text) => !/["“”]/.test(text))
      .slice(0, MOST)
      .map((clearedText, at) => ({
        id: idOf(at),
        stands: true,
        participants: true,
        verbatim: true,
        clearedText,
        permission: "verbatim",
        identified: true,
        unidentified: false,
        hands: null,
      }))
  );
}

const idOf = (n: number) => `0190c0de-0000-7000-8000-${String(n + 1).padStart(12, "0")}`;

type Draft = { blocks: CheckedBlock[]; claims: Map<string, Claim> };

/** Each contribution told in words that name nobody, and quoted below. */
function honest(contributions: readonly CitedContribution[]): Draft {
  const claims = new Map(
    contributions.map((one): [string, Claim] => {
      const figure = figureOf([one], { people: 6, of: PEOPLE, unidentified: 0 });
      const told = { findingId: null, side: "supports" as const, themeId: null, stance: null };
      return [one.id, { id: one.id, ...told, supports: [one], contradicts: [], figure, told: null }];
    }),
  );
  const block = (id: string, type: BlockType, runs: Run[]): CheckedBlock => ({
    id,
    section: type === "quotation" ? "quotations" : "improvements",
    type,
    content: blockOf(type, runs),
    erasedAt: null,
  });
  const blocks = contributions.map(({ id, clearedText }) =>
    block(`quotation ${id}`, "quotation", [
      { text: `“${clearedText}”`, marks: [{ type: "claim", attrs: { id } }] },
      { text: " — a participant", marks: [] },
    ]),
  );
  return { blocks, claims };
}

/** What would stop publication, apart from the want of a release. */
const found = ({ blocks, claims }: Draft) =>
  checkDraft(blocks, { claims, figures: null, smallNumber: 5 }).filter(
    ({ blocking, kind }) => blocking && kind !== "release",
  );

const withWords = (draft: Draft, at: number, change: (text: string) => string): Draft => ({
  ...draft,
  blocks: draft.blocks.map((block, index) =>
    index !== at
      ? block
      : {
          ...block,
          content: blockOf(
            block.type,
            (block.content.content ?? []).map((run, first) => ({
              text: first === 0 ? change(run.text) : run.text,
              marks: run.marks ?? [],
            })),
          ),
        },
  ),
});

const withEvidence = (draft: Draft, at: number, over: Partial<CitedContribution>): Draft => {
  const id = idOf(at);
  const claim = draft.claims.get(id);
  if (!claim) throw new Error("There is no such claim.");
  const supports = claim.supports.map((one) => ({ ...one, ...over }));
  return { ...draft, claims: new Map(draft.claims).set(id, { ...claim, supports }) };
};

describe.each(FILES)("%s, quoted in a report", (name) => {
  const file = sharedFile(name);
  const its = test.skipIf(file === null);

  its("passes where every quotation is what was said", () => {
    const draft = honest(said(file ?? ""));
    expect(draft.blocks.length).toBeGreaterThan(5);
    expect(found(draft)).toEqual([]);
  });

  its(
    "fails at the quotation that is not word for word, not permitted, or not to be counted any more",
    () => {
      const draft = honest(said(file ?? ""));
      draft.blocks.forEach(({ id }, at) => {
        const faulty = [
          withWords(draft, at, (text) => text.replace(/\p{L}+(?=[^\p{L}]*$)/u, "otherwise")),
          withEvidence(draft, at, { permission: "paraphrase" }),
          withEvidence(draft, at, { verbatim: false }),
          withEvidence(draft, at, { clearedText: null }),
          withEvidence(draft, at, { stands: false }),
        ];
        for (const one of faulty) {
          const faults = found(one);
          expect(faults.length, id).toBeGreaterThan(0);
          expect(new Set(faults.map(({ blockId }) => blockId))).toEqual(new Set([id]));
        }
      });
    },
  );

  its("told as what participants said cries no wolf, and a view told as a fact or a label is found", () => {
    const { claims, blocks } = toldAsSaid(said(file ?? ""));
    const kinds = (all: readonly CheckedBlock[]) =>
      checkDraft(all, { claims, figures: null, smallNumber: 5 }).filter(({ kind }) => TELLING.has(kind));
    expect(kinds(blocks)).toEqual([]);
    let told = 0;
    blocks.forEach(({ id, content }, at) => {
      const changed = (change: (runs: Run[]) => Run[]) =>
        blocks.map((block, index) =>
          index === at ? { ...block, content: blockOf(block.type, change(runsOf(block.content))) } : block,
        );
      const asFact = kinds(changed((runs) => runs.slice(1)));
      // Words such as "we asked" may be of the view itself: they are let pass.
      if (!isAttributed(runsOf(content)[1]?.text ?? "")) {
        told += 1;
        expect(asFact, id).toMatchObject([{ kind: "attribution", blockId: id }]);
      }
      const labelled = kinds(changed((runs) => [...runs, { text: " So P07 said.", marks: [] }]));
      expect(labelled, id).toMatchObject([{ kind: "identity", blockId: id }]);
    });
    expect(told).toBeGreaterThan(blocks.length / 2);
  });
});

/** What is said of how a view is told; quantities that somebody said themselves are for the author to look at. */
const TELLING = new Set<CheckKind>(["attribution", "identity", "empty", "suggestion"]);
/** So many words of each contribution are told. */
const TOLD_WORDS = 8;

/** "Participants said that …": the first words of each contribution as a claim, in a paragraph of its own. */
function toldAsSaid(contributions: readonly CitedContribution[]): Draft {
  const { claims } = honest(contributions);
  const blocks = contributions.map(({ id, clearedText }): CheckedBlock => {
    const words = (clearedText ?? "")
      .replace(/[^\p{L} ]/gu, "")
      .split(" ")
      .slice(0, TOLD_WORDS);
    return {
      id: `told ${id}`,
      section: "improvements",
      type: "paragraph",
      content: blockOf("paragraph", [
        { text: "Participants said ", marks: [] },
        { text: `that ${words.join(" ")}.`, marks: [{ type: "claim", attrs: { id } }] },
      ]),
      erasedAt: null,
    };
  });
  return { claims, blocks };
}
