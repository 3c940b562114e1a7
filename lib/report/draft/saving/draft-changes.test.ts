import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { blockOf } from "../block";
import type { BlockContent, Mark } from "../content/block-content";
import { isRearranged, weave } from "./block-order";
import { changesSince, hasChanges, takeAnswer, type Base } from "./draft-changes";
import { normalContent, sameContent, type EditedBlock } from "./edited-block";
import type { SavedDraft, TheirBlock } from "./save-draft-input";

const paragraph = (text: string): BlockContent => blockOf("paragraph", [{ text, marks: [] }]);
const block = (id: string, text: string): EditedBlock => ({ id, section: "final", content: paragraph(text) });
const base: Base = [
  { ...block("a", "One."), revision: 1 },
  { ...block("b", "Two."), revision: 4 },
  { ...block("c", "Three."), revision: 2 },
];
const theirs = (id: string, text: string, revision: number, erased = false): TheirBlock => ({
  ...block(id, text),
  revision,
  erased,
});
const mine = () => base.map(({ id, section, content }) => ({ id, section, content }));
const nothing: SavedDraft = {
  saved: [],
  clashes: [],
  theirs: [],
  gone: [],
  order: ["a", "b", "c"],
  claims: [],
};
const NOTHING_SENT = { changed: [], removed: [] };
const words = (blocks: readonly EditedBlock[]) =>
  blocks.map(({ content }) => content.content?.map(({ text }) => text).join("") ?? "");

describe("what has to be sent", () => {
  test("is nothing where nothing was written", () => {
    expect(hasChanges(changesSince(base, mine()))).toBe(false);
  });

  test("is each block that was written, added, removed or moved, with what it is based on", () => {
    const [a, , c] = mine() as [EditedBlock, EditedBlock, EditedBlock];
    const changes = changesSince(base, [c, { ...a, content: paragraph("One, again.") }, block("d", "New.")]);
    expect(changes).toMatchObject({
      changed: [
        { id: "a", revision: 1 },
        { id: "d", revision: 0 },
      ],
      removed: [{ id: "b", revision: 4 }],
      order: ["c", "a", "d"],
      rearranged: true,
    });
  });

  test("waits for a block whose two texts are not decided", () => {
    const changes = changesSince(base, [block("a", "Mine.")], new Set(["a", "b", "c"]));
    expect(hasChanges(changes)).toBe(false);
  });
});

describe("an answer", () => {
  test("takes what others wrote where I did not, in their place", () => {
    const written = [block("a", "Mine."), ...mine().slice(1)];
    const answer = {
      ...nothing,
      theirs: [theirs("b", "Theirs.", 5), theirs("n", "Added.", 1)],
      gone: ["c"],
      order: ["a", "n", "b"],
    };
    const merged = takeAnswer(base, written, { sent: NOTHING_SENT, answer });
    expect(words(merged.mine)).toEqual(["Mine.", "Added.", "Theirs."]);
    expect(merged.clashes).toEqual([]);
    expect(changesSince(merged.base, merged.mine)).toMatchObject({
      changed: [{ id: "a", revision: 1 }],
      removed: [],
      rearranged: false,
    });
  });

  test("keeps both texts of a block that both wrote, and all of the rest", () => {
    const written = [block("a", "Mine."), block("b", "Mine too."), block("c", "Three.")];
    const { changed, removed } = changesSince(base, written);
    const answer = {
      ...nothing,
      saved: [{ id: "a", revision: 2 }],
      clashes: ["b"],
      theirs: [theirs("b", "Theirs.", 5)],
    };
    const merged = takeAnswer(base, written, { sent: { changed, removed }, answer });
    expect(words(merged.mine)).toEqual(["Mine.", "Mine too.", "Three."]);
    expect(merged.clashes).toMatchObject([{ id: "b", theirs: { revision: 5 } }]);
    expect(hasChanges(changesSince(merged.base, merged.mine, new Set(["b"])))).toBe(false);
  });

  test("keeps what was typed, added and moved while it was on its way", () => {
    const sentText = [block("a", "First."), ...mine().slice(1)];
    const { changed, removed } = changesSince(base, sentText);
    const now = [
      block("c", "Three."),
      block("a", "First, and more."),
      block("b", "Two."),
      block("d", "New."),
    ];
    const answer = { ...nothing, saved: [{ id: "a", revision: 2 }] };
    const merged = takeAnswer(base, now, { sent: { changed, removed }, answer });
    expect(words(merged.mine)).toEqual(["Three.", "First, and more.", "Two.", "New."]);
    expect(changesSince(merged.base, merged.mine)).toMatchObject({
      changed: [
        { id: "a", revision: 2 },
        { id: "d", revision: 0 },
      ],
      rearranged: true,
    });
  });

  test("keeps my words of a block that somebody removed, and gives back one that I removed and they wrote", () => {
    const written = [block("a", "Mine."), block("b", "Two.")];
    const answer = { ...nothing, gone: ["a"], theirs: [theirs("c", "Theirs.", 3)], order: ["b", "c"] };
    const merged = takeAnswer(base, written, { sent: NOTHING_SENT, answer });
    expect(words(merged.mine)).toEqual(["Mine.", "Two."]);
    expect(merged.clashes).toMatchObject([{ id: "c", mine: null }]);
    expect(changesSince(merged.base, merged.mine, new Set(["c"])).changed).toMatchObject([
      { id: "a", revision: 1 },
    ]);
  });

  test("never writes over words that were removed for good", () => {
    const written = [block("a", "What they had said."), ...mine().slice(1)];
    const answer = { ...nothing, theirs: [theirs("a", "Removed at the speaker’s request", 2, true)] };
    const merged = takeAnswer(base, written, { sent: NOTHING_SENT, answer });
    expect(words(merged.mine)[0]).toBe("Removed at the speaker’s request");
    expect(merged.clashes).toEqual([]);
  });
});

describe("the order of blocks", () => {
  test("of two people who both added is that of each", () => {
    expect(weave(["a", "x", "b"], ["n", "a", "b", "m"])).toEqual(["n", "a", "x", "b", "m"]);
    expect(isRearranged(["a", "b", "c"], ["a", "n", "c"])).toBe(false);
    expect(isRearranged(["a", "b", "c"], ["c", "a"])).toBe(true);
  });
});

test("a normal text says the same, and stays as it is when it is made normal again", () => {
  const draw = seededRandom(7);
  const pick = <One>(from: readonly One[]) => from[Math.floor(draw() * from.length)] as One;
  const marks: Mark[] = [
    { type: "strong" },
    { type: "em" },
    { type: "own" },
    { type: "figure", attrs: { ref: "present" } },
    { type: "claim", attrs: { id: "0190c0de-0000-7000-8000-000000000001" } },
    { type: "framing" },
  ];
  for (let round = 0; round < 50; round++) {
    const runs = Array.from({ length: 1 + Math.floor(draw() * 5) }, () => ({
      text: pick(["One ", "two", ", ", "“three”."]),
      marks: marks.filter(() => draw() < 0.3).sort(() => draw() - 0.5),
    }));
    const content = blockOf(pick(["heading", "paragraph", "list_item", "quotation", "figure"]), runs);
    const normal = normalContent(content);
    expect(normalContent(normal)).toEqual(normal);
    expect(sameContent(normal, content)).toBe(true);
    expect(normal.content?.map(({ text }) => text).join("")).toBe(runs.map(({ text }) => text).join(""));
  }
});
