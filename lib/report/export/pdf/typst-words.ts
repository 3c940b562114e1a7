import type { Run } from "@/lib/report/draft/block";
import type { NotedBlock, NotedPassage } from "../noted";

/** How a text is set: what no font has is written by its code. */
export type Say = (text: string) => string;

export function words({ passages, gap }: NotedBlock, say: Say): string {
  const inner = passagesSource(passages, say);
  return gap ? `#text(style: "italic", fill: soft)[${inner}]` : inner;
}

export function passagesSource(passages: readonly NotedPassage[], say: Say): string {
  return passages
    .map(({ runs, note }) => {
      const text = runs.map((run) => runSource(run, say)).join("");
      return note ? `${text}#footnote[${say(note.text)}]` : text;
    })
    .join("");
}

function runSource({ text, marks }: Run, say: Say): string {
  const has = (type: Run["marks"][number]["type"]) => marks.some((mark) => mark.type === type);
  if (has("strong")) return `#strong[${say(text)}]`;
  return has("em") ? `#emph[${say(text)}]` : say(text);
}
