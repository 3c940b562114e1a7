import type { Node } from "@tiptap/pm/model";

/** Where words stand in the text, whatever the case; a block at a time. */
export function placesOf(doc: Node, words: string): { from: number; to: number }[] {
  const wanted = words.toLowerCase();
  if (wanted === "") return [];
  const places: { from: number; to: number }[] = [];
  doc.forEach((block, pos) => {
    const text = block.textContent.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
      places.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
  });
  return places;
}
