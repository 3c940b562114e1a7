import type { MarkType, Node, Slice } from "@tiptap/pm/model";
import {
  Plugin,
  PluginKey,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { textblocksOf } from "./textblocks";

/**
 * Suggesting: what is typed is proposed, and what is deleted is proposed to go. Words are proposed; a block that is
 * divided, joined or moved is changed at once, because a draft keeps suggestions on words alone.
 */
const key = new PluginKey<boolean>("suggesting");

export const isSuggesting = (state: EditorState) => key.getState(state) ?? false;

export const toggleSuggesting: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, !isSuggesting(state)).setMeta("addToHistory", false));
  return true;
};

export function suggesting(userId: string): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (tr, before) => (tr.getMeta(key) as boolean | undefined) ?? before,
    },
    props: {
      // A browser deletes letters in its own way around marks; here it is the next letter that is not marked yet.
      handleKeyDown(view, { key: pressed, ctrlKey, metaKey, altKey }) {
        if (!isSuggesting(view.state) || ctrlKey || metaKey || altKey) return false;
        if (pressed === "Backspace") return proposeDeletion(-1, userId)(view.state, view.dispatch);
        return pressed === "Delete" && proposeDeletion(1, userId)(view.state, view.dispatch);
      },
    },
    appendTransaction(transactions, before, after) {
      if (!isSuggesting(after) || transactions.some(isNotTyped)) return null;
      const steps = transactions.flatMap(({ steps: all }) => all);
      const [step] = steps;
      if (steps.length !== 1 || !(step instanceof ReplaceStep)) return null;
      return proposed(step, before, after, userId);
    },
  });
}

/** What undoes, accepts, refuses or comes from somebody else is no proposal. */
function isNotTyped(tr: Transaction): boolean {
  return ["history$", "theirs", "decided"].some((name) => tr.getMeta(name) !== undefined);
}

/** Puts back what one step took out, marked as to go, before what it put in, marked as new. */
function proposed(
  step: ReplaceStep,
  before: EditorState,
  after: EditorState,
  userId: string,
): Transaction | null {
  const { insertion, deletion } = before.schema.marks;
  if (!insertion || !deletion || !isWithinBlock(step, before.doc)) return null;
  const marked = suggestedBy(userId);
  const { tr } = after;
  const end = step.from + step.slice.size;
  if (step.slice.size > 0)
    tr.addMark(step.from, end, insertion.create(joined(tr.doc, step.from, insertion, userId) ?? marked));
  const gone = before.doc.slice(step.from, step.to);
  const kept = withoutProposed(gone, insertion);
  if (kept.length > 0) {
    // Somebody's own proposal that they delete again is simply gone.
    tr.insert(
      step.from,
      kept.map((node) => node.mark(deletion.create(marked).addToSet(node.marks))),
    );
    const size = kept.reduce((sum, node) => sum + node.nodeSize, 0);
    // A key that deletes backwards goes on before what it marked, one that types goes on after it.
    const place =
      step.slice.size > 0 ? end + size : before.selection.from > step.from ? step.from : step.from + size;
    tr.setSelection(TextSelection.create(tr.doc, place));
  }
  return tr.docChanged ? tr : null;
}

function isWithinBlock({ from, to, slice }: ReplaceStep, doc: Node): boolean {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const isText =
    slice.openStart === 0 && slice.openEnd === 0 && slice.content.content.every((node) => node.isText);
  return $from.parent === $to.parent && $from.parent.isTextblock && isText;
}

function withoutProposed({ content }: Slice, insertion: MarkType): Node[] {
  return content.content.filter((node) => node.isText && !insertion.isInSet(node.marks));
}

/** Letters typed or deleted one after another are one suggestion. */
function joined(doc: Node, pos: number, type: MarkType, userId: string, direction: 1 | -1 = 1) {
  const place = doc.resolve(pos);
  const next = direction > 0 ? place.nodeBefore : place.nodeAfter;
  const mark = next && type.isInSet(next.marks);
  return mark && mark.attrs.by === userId ? mark.attrs : null;
}

/** Marks the letter before or after the cursor as to go; a letter that was only proposed is gone at once. */
const proposeDeletion =
  (direction: 1 | -1, userId: string): Command =>
  ({ selection, tr, schema: { marks } }, dispatch) => {
    const { insertion, deletion } = marks;
    if (!selection.empty || !insertion || !deletion) return false;
    let at = selection.$from;
    for (;;) {
      const node = direction < 0 ? at.nodeBefore : at.nodeAfter;
      if (!node?.isText || !node.text) return false;
      if (!deletion.isInSet(node.marks)) {
        const size = letterAt(node.text, direction).length;
        const [from, to] = direction < 0 ? [at.pos - size, at.pos] : [at.pos, at.pos + size];
        if (insertion.isInSet(node.marks)) tr.delete(from, to);
        else {
          const mark = joined(tr.doc, direction < 0 ? to : from, deletion, userId, direction);
          tr.addMark(from, to, deletion.create(mark ?? suggestedBy(userId)));
          tr.setSelection(TextSelection.create(tr.doc, direction < 0 ? from : to));
        }
        dispatch?.(tr.setMeta("decided", true).scrollIntoView());
        return true;
      }
      at = tr.doc.resolve(at.pos + direction * node.nodeSize);
    }
  };

/** A whole letter as people see it, which may be several characters. */
function letterAt(text: string, direction: 1 | -1): string {
  const letters = [...new Intl.Segmenter("en-GB").segment(text)];
  return letters.at(direction < 0 ? -1 : 0)?.segment ?? "";
}

const suggestedBy = (by: string) => ({ id: crypto.randomUUID(), by, at: new Date().toISOString() });

export type Suggestion = {
  id: string;
  by: string;
  is: "insertion" | "deletion";
  words: string;
  from: number;
  to: number;
};

const NONE: readonly Suggestion[] = [];
/** Nodes never change: where a block's suggestions are, from its start, is looked for once. */
const ofBlocks = new WeakMap<Node, readonly Suggestion[]>();

/** The suggestions of the document, in order; one and the same empty list where there are none. */
export function suggestionsIn(doc: Node): readonly Suggestion[] {
  const all: Suggestion[] = [];
  doc.forEach((block, pos) => {
    const known = ofBlocks.get(block) ?? suggestionsOf(block);
    ofBlocks.set(block, known);
    for (const one of known) all.push({ ...one, from: pos + one.from, to: pos + one.to });
  });
  return all.length > 0 ? all : NONE;
}

function suggestionsOf(block: Node): readonly Suggestion[] {
  const all: Suggestion[] = [];
  for (const { node: holder, start } of textblocksOf(block, 0))
    holder.forEach((node, offset) => addSuggestion(all, node, start + offset));
  return all.length > 0 ? all : NONE;
}

function addSuggestion(all: Suggestion[], node: Node, from: number): void {
  const mark = node.marks.find(({ type }) => type.name === "insertion" || type.name === "deletion");
  if (!mark || !node.isText) return;
  const is = mark.type.name === "insertion" ? "insertion" : "deletion";
  const { id, by } = mark.attrs as { id: string; by: string };
  const last = all.at(-1);
  if (last?.id === id && last.is === is && last.to === from) {
    last.to += node.nodeSize;
    last.words += node.text ?? "";
  } else all.push({ id, by, is, words: node.text ?? "", from, to: from + node.nodeSize });
}

/** Accepts or refuses suggestions: what stays loses its mark, and what goes is deleted. */
export function decideSuggestions(choice: "accept" | "refuse", which: (one: Suggestion) => boolean): Command {
  return ({ doc, tr, schema }, dispatch) => {
    const chosen = suggestionsIn(doc).filter(which);
    if (chosen.length === 0) return false;
    for (const { is, from, to } of chosen.reverse()) {
      const stays = (is === "insertion") === (choice === "accept");
      if (stays) tr.removeMark(from, to, schema.marks[is]);
      else tr.delete(from, to);
    }
    dispatch?.(tr.setMeta("decided", true));
    return true;
  };
}
