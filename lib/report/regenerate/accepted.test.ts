import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { blockOf } from "@/lib/report/draft/block";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { storedBlock } from "@/lib/report/draft/composed/stored-block";
import { citesKey, tellingOf, wordsKey } from "@/lib/report/draft/composed/telling";
import { REPORT_KINDS } from "@/lib/report/draft/document-kind";
import { randomSource } from "@/tests/support/report/random-source";
import { acceptedChanges, type KeptVersion } from "./accepted";
import { answered } from "./answer";
import { applied } from "./edit";
import type { DraftedBlock } from "./proposal";
import { propose } from "./propose";

type State = Parameters<typeof acceptedChanges>[0];

/** A draft of one source, after some of what another source would change was accepted, in any order. */
function afterAccepting(kind: (typeof REPORT_KINDS)[number], seed: number) {
  const random = seededRandom(seed);
  const rows = composeDraft(kind, randomSource(seed)).map((block) => {
    const stored = storedBlock(block, () => randomUUID());
    return { id: randomUUID(), section: block.section, ...stored };
  });
  const first: DraftedBlock[] = rows.map((row) => ({ ...row, revision: 1, removedAt: null, erasedAt: null }));
  let state: State = {
    composed: rows.map((row) => ({ ...row, id: randomUUID(), blockId: row.id, current: true, answered: "" })),
    drafted: first,
    versions: [versionOf(first, 1)],
  };
  const fresh = composeDraft(kind, randomSource(seed + 100));
  for (let left = 12; left > 0; left--) {
    const { proposals, ...composition } = propose({ ...state, fresh });
    const proposal = proposals[Math.floor(random() * proposals.length)];
    if (!proposal) break;
    const { edit, composed } = answered(state.composed, proposal, { accept: true, composition });
    const known = new Map(state.composed.map((row) => [row.id, row]));
    const marked = composed.map((row) => {
      const was = known.get(row.id);
      return was === row ? was : { ...row, answered: proposal.key };
    });
    const drafted = edit ? applied(state.drafted, edit) : state.drafted;
    // As keep-before.ts does: what concerns more than one paragraph's words has a version of its own.
    const alone = edit?.is === "cite" || edit?.is === "arrange";
    const versions = alone
      ? [versionOf(state.drafted, state.versions.length + 1), ...state.versions]
      : state.versions;
    state = { composed: marked, drafted, versions };
  }
  return { first, state };
}

function versionOf(drafted: readonly DraftedBlock[], number: number): KeptVersion {
  const blocks = drafted
    .filter(({ removedAt }) => !removedAt)
    .map(({ id: blockId, ...block }) => ({ ...block, blockId }));
  return { id: randomUUID(), number, blocks };
}

const said = (block: DraftedBlock) => {
  const telling = tellingOf(block, block.evidence);
  return [block.id, block.section, wordsKey(telling), citesKey(telling)];
};
const standing = (drafted: readonly DraftedBlock[]) =>
  drafted.filter(({ removedAt }) => !removedAt).map(said);
const byId = (all: readonly unknown[][]) => [...all].sort((a, b) => String(a[0]).localeCompare(String(b[0])));

test.each(REPORT_KINDS)(
  "each acceptance in a %s is taken back by itself, and all of them give the draft before",
  (kind) => {
    const kinds = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5]) {
      const { first, state } = afterAccepting(kind, seed);
      for (const one of acceptedChanges(state)) {
        kinds.add(one.is);
        const after = applied(state.drafted, one.edit);
        const touched = one.is === "order" ? [] : [one.block.id];
        const others = (drafted: readonly DraftedBlock[]) =>
          byId(standing(drafted.filter(({ id }) => !touched.includes(id))));
        expect(others(after), `seed ${seed}: ${one.is}`).toEqual(others(state.drafted));
        if (one.is !== "order")
          expect(standing(after.filter(({ id }) => id === one.block.id))).toEqual(
            standing(first.filter(({ id }) => id === one.block.id)),
          );
        // It is no longer among them, and all others still are.
        const rest = acceptedChanges({ ...state, drafted: after }).filter(({ is }) => is !== "order");
        expect(rest).toHaveLength(
          acceptedChanges(state).filter((other) => other.is !== "order" && other.key !== one.key).length,
        );
      }
      let drafted = state.drafted;
      for (let left = 50; left > 0; left--) {
        const all = acceptedChanges({ ...state, drafted });
        const next = all[(seed * left) % Math.max(1, all.length)];
        if (!next) break;
        drafted = applied(drafted, next.edit);
      }
      expect(byId(standing(drafted)), `seed ${seed}`).toEqual(byId(standing(first)));
    }
    expect([...kinds]).toEqual(expect.arrayContaining(["change", "add", "remove"]));
  },
);

test("a paragraph that somebody has written in since is not taken back", () => {
  const { state } = afterAccepting("full", 1);
  const accepted = acceptedChanges(state);
  const one = accepted.find(({ is }) => is === "change");
  if (one?.is !== "change") throw new Error("No change was accepted.");
  const own = blockOf("paragraph", [{ text: "In my own words.", marks: [] }]);
  const drafted = state.drafted.map((block) =>
    block.id === one.block.id ? { ...block, content: own } : block,
  );
  const left = acceptedChanges({ ...state, drafted });
  expect(left.flatMap((other) => (other.is === "order" ? [] : [other.block.id]))).not.toContain(one.block.id);
  expect(left).toHaveLength(accepted.length - 1);
});

test("what was left, or generated and never answered for, is not among what was accepted", () => {
  const { first, state } = afterAccepting("summary", 2);
  const unanswered = state.composed.map((row) => ({ ...row, answered: "" }));
  expect(acceptedChanges({ ...state, composed: unanswered })).toEqual([]);
  expect(acceptedChanges({ ...state, drafted: first }).filter(({ is }) => is === "change")).toEqual([]);
});
