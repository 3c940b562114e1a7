import type { Paragraphs } from "./paragraphs";
import { parsePart } from "./parse-part";

/**
 * The words of a diagram or a chart, which Word keeps in parts of their own. A chart repeats the names of its categories for
 * each of its lines; they are told once.
 */
export function readData(xml: Uint8Array, paragraphs: Paragraphs, out: string): void {
  const said = new Set<string>();
  let words = "";
  let inNumbers = false;
  const end = () => {
    if (words.trim() !== "") said.add(words.trim());
    words = "";
  };
  parsePart(xml, {
    open: ({ tag }) => {
      if (tag === "numCache") inNumbers = true;
      else if (tag === "br") words += "\n";
    },
    text: (text, inside) => {
      if (inside.at(-1) === "t" || (inside.at(-1) === "v" && !inNumbers)) words += text;
    },
    close: (tag) => {
      if (tag === "numCache") inNumbers = false;
      else if (tag === "p" || tag === "v") end();
    },
  });
  end();
  for (const text of said) paragraphs.add(text, out);
}
