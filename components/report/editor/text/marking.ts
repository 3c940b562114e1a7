import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Command, type EditorState } from "@tiptap/pm/state";
import { marksOver } from "./find";
import { claimSpans } from "./identities";
import { unbackedAt } from "./underlines";

/** The claim that the cursor is in, or that the selection begins in. */
export function claimAt({ selection, doc }: EditorState): string | null {
  const { from, to, empty } = selection;
  const span = claimSpans(doc).find((one) => one.from <= from && (empty ? from : to) <= one.to);
  return span?.id ?? null;
}

/** Makes the selected words a claim with that id. */
export const markAsClaim =
  (id: string): Command =>
  ({ selection, doc, tr, schema: { marks } }, dispatch) => {
    const { from, to } = withoutSpaces(doc, selection);
    if (from >= to || !marks.claim) return false;
    dispatch?.(tr.addMark(from, to, marks.claim.create({ id })));
    return true;
  };

/** A selection by double click takes the space after the word with it. */
function withoutSpaces(doc: Node, { from, to }: { from: number; to: number }) {
  const words = doc.textBetween(from, to, "\n");
  return {
    from: from + words.length - words.trimStart().length,
    to: to - (words.length - words.trimEnd().length),
  };
}

/** The cursor goes to the end of what is selected, so that what is typed next goes on after it. */
export const goPastSelection: Command = ({ selection, tr }, dispatch) => {
  if (selection.empty) return false;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, selection.to)));
  return true;
};

export const unmarkClaim =
  (id: string): Command =>
  ({ doc, tr, schema: { marks } }, dispatch) => {
    const span = claimSpans(doc).find((one) => one.id === id);
    if (!span || !marks.claim) return false;
    dispatch?.(tr.removeMark(span.from, span.to, marks.claim));
    return true;
  };

/** Words that stand for a figure, in place of what is selected; a claim around them goes on. */
export const insertFigure =
  (ref: string, words: string): Command =>
  (state, dispatch) => {
    const { selection, tr, schema } = state;
    const { figure, own } = schema.marks;
    if (!figure) return false;
    const { from, to } = unbackedAt(state) ?? selection;
    const around = from === to ? state.doc.resolve(from).marks() : marksOver(state.doc, from, to);
    const kept = around.filter(({ type }) => type !== own && type !== figure);
    tr.replaceWith(from, to, schema.text(words, figure.create({ ref }).addToSet(kept)));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + words.length)).scrollIntoView());
    return true;
  };

/** The author answers for the number or word of quantity at the cursor, or for the selected words. */
export const markAsOwn: Command = (state, dispatch) => {
  const { own, figure } = state.schema.marks;
  const { from, to } = unbackedAt(state) ?? state.selection;
  if (!own || from === to) return false;
  const { tr } = state;
  if (figure) tr.removeMark(from, to, figure);
  dispatch?.(tr.addMark(from, to, own.create()));
  return true;
};

/** A new block after the one of the cursor, in the same part of the report. */
export const insertBlock =
  (make: (schema: EditorState["schema"], section: unknown) => Node | null): Command =>
  ({ selection, tr, schema }, dispatch) => {
    const { $from } = selection;
    const node = make(schema, $from.node(1).attrs.section);
    if (!node) return false;
    const after = $from.after(1);
    const here = $from.node(1);
    // An empty paragraph gives its place.
    const at = here.type.name === "paragraph" && here.content.size === 0 ? $from.before(1) : after;
    tr.replaceWith(at, after, node);
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
    return true;
  };
