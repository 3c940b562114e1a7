import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { MARKS } from "../schema/marks";
import { NODES } from "../schema/nodes";
import { inCaseOf, placesOf, replaceAt, startsSentence } from "./find";

const schema = getSchema([...NODES, ...MARKS]);
const CLAIM = { type: "claim", attrs: { id: "c" } };

function replaced(runs: { text: string; marks?: object[] }[], words: string, instead: string) {
  const content = runs.map(({ text, marks = [] }) => ({ type: "text", text, marks }));
  const doc = schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content }] });
  const state = EditorState.create({ doc });
  const { doc: after } = replaceAt(state, placesOf(doc, words), { words, instead });
  return after.child(0).children.map(({ text, marks }) => [text, ...marks.map(({ type }) => type.name)]);
}

test("all are replaced, and a sentence still begins with a capital", () => {
  const text = "Fellows spoke. Many fellows did. “Fellows” and fellows.";
  expect(replaced([{ text }], "fellows", "participants")).toEqual([
    ["Participants spoke. Many participants did. “Participants” and participants."],
  ]);
});

test("words asked for with a capital are replaced as they are typed, but at the start of a sentence", () => {
  expect(replaced([{ text: "Fellows and the Fellows." }], "Fellows", "people")).toEqual([
    ["People and the people."],
  ]);
  expect(inCaseOf("fellows", "fellows", "Participants")).toBe("Participants");
});

test("a claim keeps what stands for its words, at its end too, and nothing of what follows", () => {
  const runs = [
    { text: "They want ", marks: [CLAIM] },
    { text: "time", marks: [CLAIM] },
    { text: ". Later." },
  ];
  expect(replaced(runs, "time", "hours")).toEqual([["They want hours", "claim"], [". Later."]]);
  expect(replaced(runs, "time. later", "x")).toEqual([["They want ", "claim"], ["x."]]);
  expect(replaced(runs, "time", "")).toEqual([["They want ", "claim"], [". Later."]]);
});

test("a sentence starts at the beginning and after a full stop, not after a comma or within a word", () => {
  for (const before of ["", "One. ", "One?” ", "Asks: "]) expect(startsSentence(before)).toBe(true);
  for (const before of ["One, ", "v2.", "said "]) expect(startsSentence(before)).toBe(false);
});
