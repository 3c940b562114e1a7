import type { Node, Mark } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { textblocksOf } from "./textblocks";

export type Place = { from: number; to: number };

/** Where words stand in the text, whatever the case; a block, or a cell of a table, at a time. */
export function placesOf(doc: Node, words: string): Place[] {
  const wanted = words.toLowerCase();
  if (wanted === "") return [];
  const places: Place[] = [];
  doc.forEach((block, pos) => {
    for (const { node, start } of textblocksOf(block, pos)) {
      const text = node.textContent.toLowerCase();
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
        places.push({ from: start + at, to: start + at + wanted.length });
    }
  });
  return places;
}

/**
 * Puts other words in these places. A sentence that began with a capital still does, and so does whatever had a capital that
 * the words searched for have not; a claim that the words belong to keeps the new ones.
 */
export function replaceAt(
  { doc, tr, schema }: EditorState,
  places: readonly Place[],
  { words, instead }: { words: string; instead: string },
): Transaction {
  for (const { from, to } of places.toReversed()) {
    if (instead === "") {
      tr.delete(from, to);
      continue;
    }
    const found = doc.textBetween(from, to);
    const asked = startsSentence(textBefore(doc, from)) ? found.toLowerCase() : words;
    tr.replaceWith(from, to, schema.text(inCaseOf(found, asked, instead), marksOver(doc, from, to)));
  }
  return tr;
}

/** The new words with a capital, where what they stand for has one and the words asked for have none. */
export function inCaseOf(found: string, asked: string, instead: string): string {
  const raised = beginsWithCapital(found) && !beginsWithCapital(asked);
  return raised ? instead.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : instead;
}

const beginsWithCapital = (text: string) => /^\p{Lu}/u.test(text);

/** A full stop is followed by no more than a few closing quotation marks and spaces. */
const MAX_AFTER_STOP = 20;
const CLOSING = new Set([..."\"'”’)]"]);

/** Whether what comes after this text begins a sentence. */
export function startsSentence(before: string): boolean {
  const last = [...before.slice(-MAX_AFTER_STOP).trimEnd()].findLast((sign) => !CLOSING.has(sign)) ?? "";
  return before.trim() === "" || (/\s$/u.test(before) && ".!?:".includes(last) && last !== "");
}

function textBefore(doc: Node, pos: number): string {
  const place = doc.resolve(pos);
  return place.parent.textBetween(0, place.parentOffset);
}

/** The marks that all of a stretch has. One that ends with the stretch is among them, unlike with typed words. */
export function marksOver(doc: Node, from: number, to: number): readonly Mark[] {
  let all: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    const { marks } = node;
    all = all === null ? marks : all.filter((mark) => mark.isInSet(marks));
  });
  return all ?? [];
}
