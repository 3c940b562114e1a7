import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { blockOf } from "../block";
import { changesSince } from "./draft-changes";
import type { EditedBlock, KnownBlock } from "./edited-block";
import { keptOf, resume, type KeptDraft } from "./kept-draft";
import type { TheirBlock } from "./save-draft-input";

const block = (id: string, text: string): EditedBlock => ({
  id,
  section: "final",
  content: blockOf("paragraph", [{ text, marks: [] }]),
});
const known = (id: string, text: string, revision: number): KnownBlock => ({ ...block(id, text), revision });
const theirs = (id: string, text: string, revision: number): TheirBlock => ({
  ...known(id, text, revision),
  erased: false,
});
const words = (blocks: readonly EditedBlock[]) => blocks.map(({ content }) => content.content?.[0]?.text);
const at = "2026-11-29T22:00:00.000Z";

test("words that a browser kept go on from what was stored of them without an answer", () => {
  const base = [known("a", "One.", 1), known("b", "Two.", 4), known("c", "Three.", 2)];
  const mine = [
    block("a", "Stored, and more."),
    block("b", "Two."),
    block("c", "Three."),
    block("d", "New."),
  ];
  const sent = { changed: [known("a", "Stored.", 1)], removed: [] };
  const server = [theirs("a", "Stored.", 2), theirs("b", "Theirs.", 5), theirs("c", "Three.", 2)];
  const kept = { ...keptOf(base, mine, sent), sent, at };
  expect(JSON.stringify(kept)).not.toContain("Two.");
  const merged = resume(kept, server);
  expect(words(merged.mine)).toEqual(["Stored, and more.", "Theirs.", "Three.", "New."]);
  expect(merged.clashes).toEqual([]);
  expect(changesSince(merged.base, merged.mine).changed).toMatchObject([
    { id: "a", revision: 2 },
    { id: "d", revision: 0 },
  ]);
});

test("what is kept without the words that nobody touched is resumed as if all of them were kept", () => {
  const draw = seededRandom(11);
  const some = <One>(from: readonly One[], share: number) => from.filter(() => draw() < share);
  let clashes = 0;
  for (let round = 0; round < 300; round++) {
    const base = Array.from({ length: 6 }, (_, n) => known(`${n}`, `Base ${n}.`, 1 + Math.floor(draw() * 3)));
    const mine = some(base, 0.8).map(({ id, section, content }) =>
      draw() < 0.4 ? block(id, `Mine ${id}.`) : { id, section, content },
    );
    if (draw() < 0.3) mine.push(block("new", "New."));
    if (draw() < 0.3) mine.reverse();
    const changed = some(base, 0.3).map(({ id, revision }) => known(id, `Mine ${id}.`, revision));
    const sent = draw() < 0.5 ? { changed, removed: [] } : null;
    // A revision says one thing: what has another one has other words, some of them those that were sent.
    const server = some(base, 0.9).map((one) => {
      if (draw() < 0.5) return { ...one, erased: false };
      const stored = sent?.changed.find(({ id }) => id === one.id);
      return theirs(one.id, stored ? `Mine ${one.id}.` : `Theirs ${one.id}.`, one.revision + 1);
    });
    const whole: KeptDraft = { base, mine, sent, at };
    const merged = resume({ ...whole, ...keptOf(base, mine, sent) }, server);
    expect(merged).toEqual(resume(whole, server));
    clashes += merged.clashes.length;
  }
  expect(clashes).toBeGreaterThan(20);
});
