import { getSchema } from "@tiptap/core";
import { EditorState, TextSelection, type Command } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { MARKS } from "../schema/marks";
import { NODES } from "../schema/nodes";
import { goPastSelection, insertFigure, markAsClaim } from "./marking";

const schema = getSchema([...NODES, ...MARKS]);

function written(text: string, from: number, to: number) {
  const doc = schema.nodeFromJSON({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, from + 1, to + 1) });
}

function after(state: EditorState, ...commands: Command[]): EditorState {
  let now = state;
  for (const command of commands) command(now, (tr) => (now = now.apply(tr)));
  return now;
}

const runs = (state: EditorState) =>
  state.doc.child(0).children.map(({ text, marks }) => [text, ...marks.map(({ type }) => type.name)]);

test("what is typed after words became a claim is not part of it, and neither are the spaces around them", () => {
  const claimed = after(written("They want time here", 5, 15), markAsClaim("c"), goPastSelection);
  const typed = claimed.apply(claimed.tr.insertText("and money "));
  expect(runs(typed)).toEqual([["They "], ["want time", "claim"], [" and money here"]]);
});

test("a figure in place of the last words of a claim is still in the claim", () => {
  const claimed = after(written("Asked by most.", 0, 13), markAsClaim("c"));
  const last = claimed.apply(claimed.tr.setSelection(TextSelection.create(claimed.doc, 10, 14)));
  expect(runs(after(last, insertFigure("present", "20")))).toEqual([
    ["Asked by ", "claim"],
    ["20", "claim", "figure"],
    ["."],
  ]);
});
