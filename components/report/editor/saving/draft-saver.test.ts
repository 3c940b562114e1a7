import { expect, test, vi } from "vitest";
import { blockOf } from "@/lib/report/draft/block";
import type { EditedBlock } from "@/lib/report/draft/saving/edited-block";
import type { SavedDraft, SaveDraftInput, TheirBlock } from "@/lib/report/draft/saving/save-draft-input";
import { DraftSaver } from "./draft-saver";
import type { Kept } from "./kept-drafts";
import type { Posted } from "./post-draft";

const block = (id: string, text: string): EditedBlock => ({
  id,
  section: "final",
  content: blockOf("paragraph", [{ text, marks: [] }]),
});
const stored = (id: string, text: string, revision: number): TheirBlock => ({
  ...block(id, text),
  revision,
  erased: false,
});
const NOTHING = { saved: [], clashes: [], theirs: [], gone: [], order: ["a", "b"], claims: [] };

/** A saver with a text that the test writes, and a server that answers what the test says. */
function desk(
  answers: readonly ((sent: SaveDraftInput) => SavedDraft | null)[],
  waiting: Kept | null = null,
  /** What storage waits for before it takes each of its writes, in order. */
  writes: readonly Promise<unknown>[] = [],
) {
  let text: EditedBlock[] = [block("a", "One."), block("b", "Two.")];
  let kept = waiting;
  let written = 0;
  const sent: SaveDraftInput[] = [];
  const post = (input: SaveDraftInput): Promise<Posted> => {
    const answer = answers[sent.push(input) - 1]?.(input) ?? null;
    return Promise.resolve(answer ? { is: "answered", answer } : { is: "unreachable" });
  };
  const saver = new DraftSaver({
    reportId: "r",
    blocks: [stored("a", "One.", 1), stored("b", "Two.", 1)],
    read: () => text,
    show: (blocks) => void (text = [...blocks]),
    takeClaims: () => {},
    post,
    store: {
      read: () => Promise.resolve(kept),
      async write(next) {
        await writes[written++];
        kept = next;
        return true;
      },
    },
    wait: { keep: 1, send: 60_000, retry: 60_000 },
  });
  return {
    saver,
    sent,
    text: () => text.map(({ content }) => content.content?.[0]?.text),
    kept: () => kept,
    write: (...blocks: EditedBlock[]) => {
      text = blocks;
      saver.changed();
    },
  };
}

const save =
  (over: Partial<SavedDraft> = {}) =>
  ({ changed }: SaveDraftInput): SavedDraft => ({
    ...NOTHING,
    saved: changed.map(({ id, revision }) => ({ id, revision: revision + 1 })),
    ...over,
  });

test("what was sent without an answer is sent again as it was, and then what was written since", async () => {
  const { saver, sent, write, kept } = desk([() => null, save(), save()]);
  write(block("a", "First."), block("b", "Two."));
  await saver.save();
  expect(saver.snapshot().state).toBe("unreachable");
  expect(kept()).toMatchObject({ sent: { changed: [{ id: "a" }] }, mine: [block("a", "First."), {}] });
  write(block("a", "First, and more."), block("b", "Two."));
  await saver.save();
  expect(sent[1]).toEqual(sent[0]);
  expect(saver.snapshot().state).toBe("changed");
  await saver.save();
  expect(sent[2]?.changed).toMatchObject([{ revision: 2, content: block("a", "First, and more.").content }]);
  expect(saver.snapshot().state).toBe("saved");
  expect(kept()).toBeNull();
  saver.stop();
});

test("a paragraph that somebody else changed too waits for a choice, and the rest is saved", async () => {
  const theirs = stored("a", "Theirs.", 2);
  const clash = save({ saved: [{ id: "b", revision: 2 }], clashes: ["a"], theirs: [theirs] });
  const { saver, sent, write, text, kept } = desk([clash, save(), save()]);
  write(block("a", "Mine."), block("b", "Two, again."));
  await saver.save();
  expect(text()).toEqual(["Mine.", "Two, again."]);
  expect(saver.snapshot().clashes).toMatchObject([{ id: "a", theirs: { revision: 2 } }]);
  expect(kept()?.mine).toMatchObject([block("a", "Mine."), {}]);
  await saver.save();
  expect(sent[1]?.changed).toEqual([]);
  saver.decide("a", "both");
  expect(text()).toEqual(["Mine.", "Theirs.", "Two, again."]);
  await saver.save();
  expect(sent[2]?.changed).toMatchObject([{ id: "a", revision: 2 }, { revision: 0 }]);
  saver.stop();
});

test("words that a closed page left are offered, and not written over before somebody decides", async () => {
  const left: Kept = {
    base: [stored("a", "One.", 1), stored("b", "Two.", 1)],
    mine: [block("a", "Left here."), block("b", "Two.")],
    sent: null,
    claims: [],
    at: "2026-11-29T22:00:00.000Z",
  };
  const { saver, text, kept } = desk([save()], left);
  await saver.start();
  expect(saver.snapshot().kept).toEqual({
    at: left.at,
    paragraphs: [{ id: "a", here: block("a", "Left here.").content, there: block("a", "One.").content }],
  });
  saver.changed();
  await vi.waitFor(() => expect(kept()).toBe(left));
  await saver.takeKept("restore");
  expect(text()).toEqual(["Left here.", "Two."]);
  await saver.save();
  expect(saver.snapshot().state).toBe("saved");
  expect(kept()).toBeNull();
  saver.stop();
});

test("words are told as kept once storage has them, and an earlier text never lands on a later one", async () => {
  let open = () => {};
  const closed = new Promise<void>((resolve) => (open = resolve));
  const { saver, write, kept } = desk([() => null], null, [closed]);
  await saver.start();
  write(block("a", "First."), block("b", "Two."));
  await vi.waitFor(() => expect(saver.snapshot()).toMatchObject({ isKeeping: true, isKept: null }));
  const saving = saver.save();
  write(block("a", "First, and more."), block("b", "Two."));
  await new Promise((later) => setTimeout(later, 20));
  expect(saver.snapshot()).toMatchObject({ isKeeping: true, isKept: null });
  open();
  await saving;
  await vi.waitFor(() => expect(saver.snapshot()).toMatchObject({ isKeeping: false, isKept: true }));
  expect(kept()?.mine[0]).toEqual(block("a", "First, and more."));
  saver.stop();
});
