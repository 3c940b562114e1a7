import { inLists } from "@/lib/report/draft/lists";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { fileText } from "@/lib/platform/text/file-text";
import type { Run } from "@/lib/report/draft/block";
import { barsOf } from "@/lib/report/draft/figure-bar";
import { FIGURES_NOTE, type ExportedVersion } from "../exported";
import type { TableParts } from "@/lib/report/draft/written-table";
import {
  NO_TABLE,
  notedBlocks,
  tableHead,
  textOf,
  writtenTable,
  type NotedBlock,
  type NotedPassage,
} from "../noted";
import { provenance } from "../provenance";
import {
  NONE_MISSING,
  typstContent,
  typstString,
  withBreaks,
  withoutGlyphs,
  type Missing,
} from "./typst-text";

/** More parts than this get a list of contents. */
const PARTS_WITHOUT_CONTENTS = 8;

/** How a text is set: what no font has is written by its code. */
type Say = (text: string) => string;

/** A version as the source of a Typst document. `missing`: characters that the fonts were found not to have. */
export function typstSource(
  version: ExportedVersion,
  annotated: boolean,
  missing: Missing = NONE_MISSING,
): string {
  const plain = (text: string) => withoutGlyphs(fileText(text), missing);
  const say: Say = (text) => typstContent(withBreaks(plain(text)));
  const blocks = notedBlocks(version, annotated);
  const parts = blocks.filter(({ type }) => type === "heading").length;
  const codes =
    missing === NONE_MISSING
      ? ""
      : "A character that the fonts of this file do not have is written as its Unicode code.";
  return `${settings(version, plain)}
#title()
#text(size: 9.5pt, fill: soft)[${say(provenance(version))}]
${parts > PARTS_WITHOUT_CONTENTS ? '#outline(title: "In this report", depth: 1)' : ""}
${body(blocks, say)}
#v(1em)
#text(size: 9.5pt, fill: soft)[${say(`${FIGURES_NOTE(version.smallNumber)} ${codes}`.trim())}]
`;
}

function settings(
  { title, number, release, savedAt }: ExportedVersion,
  plain: (text: string) => string,
): string {
  const day = `datetime(year: ${savedAt.getUTCFullYear()}, month: ${savedAt.getUTCMonth() + 1}, day: ${savedAt.getUTCDate()})`;
  const from = release === null ? `Version ${number}` : `Version ${number}, release ${release}`;
  return `#let soft = rgb("#545c63")
#let rule = rgb("#cfcbc0")
#set document(title: ${typstString(plain(title))}, date: ${day})
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB", fill: rgb("#1d2226"))
#set par(leading: 0.68em, spacing: 1.05em, linebreaks: "simple")
#set page(paper: "a4", margin: (x: 26mm, top: 24mm, bottom: 26mm), footer: context {
  set text(size: 8.5pt, fill: soft)
  grid(columns: (1fr, auto), gutter: 1em, ${typstString(plain(`${title} · ${from}`))}, [#counter(page).display("1 of 1", both: true)])
})
#show title: set text(size: 23pt, weight: "bold")
#show title: set par(leading: 0.45em)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 1.9em, below: 0.9em)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.8em)
#set quote(block: true)
#show quote: it => block(stroke: (left: 2pt + rule), inset: (left: 1em, y: 0.2em), above: 1.3em, below: 1.3em, it.body)
#set figure(gap: 0.7em, supplement: none, numbering: none)
#show figure: set block(breakable: true, above: 1.5em, below: 1.5em)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(size: 9.5pt, fill: soft, it.body)))
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.5em)
#set table(stroke: none, inset: (x: 0pt, y: 4pt), column-gutter: 10pt)
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(size: 8.5pt)`;
}

function body(blocks: readonly NotedBlock[], say: Say): string {
  // A file whose first heading is not of the first level is refused, and a level may not be left out.
  let started = false;
  return inLists(blocks)
    .map(({ list, blocks: together }) => {
      if (list) return `#list(\n${together.map((block) => `[${words(block, say)}],`).join("\n")}\n)`;
      return together
        .map((block) => {
          const level = block.type === "subheading" && started ? 2 : 1;
          started ||= block.type === "heading" || block.type === "subheading";
          return blockSource(block, level, say);
        })
        .join("\n\n");
    })
    .join("\n\n");
}

function blockSource(block: NotedBlock, level: number, say: Say): string {
  const inner = words(block, say);
  switch (block.type) {
    case "heading":
    case "subheading":
      return textOf(block).trim() === "" ? "" : `#heading(level: ${level})[${inner}]`;
    case "quotation":
      return `#quote[${inner}]`;
    case "figure":
      return block.table ? tableSource(block, block.table, say) : `${inner}${say(` ${NO_TABLE}`)}`;
    case "table": {
      const written = writtenTable(block);
      return written ? writtenSource(written, say) : `#par[${inner}]`;
    }
    case "paragraph":
    case "list_item":
      return `#par[${inner}]`;
  }
}

function words({ passages, gap }: NotedBlock, say: Say): string {
  const inner = passagesSource(passages, say);
  return gap ? `#text(style: "italic", fill: soft)[${inner}]` : inner;
}

function passagesSource(passages: readonly NotedPassage[], say: Say): string {
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

function tableSource(block: NotedBlock, table: ShownTable, say: Say): string {
  const chart = block.content.type === "figure" && block.content.attrs.as === "chart";
  const head = tableHead(table);
  const rows = table.rows.map(({ name, cells }) => [
    say(name),
    ...cells.map(({ words: said, low, high }) => (chart ? bar(low, high) : "") + say(said)),
  ]);
  const columns = ["1.6fr", ...table.columns.map(() => "1fr")];
  return gridSource({ caption: words(block, say), columns, head: head.map(say), rows });
}

function writtenSource({ caption, rows: all }: TableParts<NotedPassage>, say: Say): string {
  const [head = [], ...rows] = all.map((cells) => cells.map((cell) => passagesSource(cell, say)));
  // One with more words gets more room.
  const longest = head.map((_, at) =>
    Math.max(...all.map((cells) => textOf({ passages: cells[at] ?? [] }).length)),
  );
  const columns = longest.map((length) => `${Math.min(40, Math.max(8, length))}fr`);
  return gridSource({ caption: passagesSource(caption, say), columns, head, rows });
}

type Grid = {
  caption: string;
  /** The width of each column. */
  columns: readonly string[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
};

/** With more columns words are set smaller, and divided where a line ends. */
const WIDE = 6;

function gridSource({ caption, columns, head, rows }: Grid): string {
  const narrow =
    columns.length > WIDE
      ? "show table: set text(size: 7.5pt, hyphenate: true)\n  set table(column-gutter: 5pt)\n  "
      : "";
  const cells = (texts: readonly string[]) => texts.map((text) => `[${text}]`).join(", ");
  // One column alone needs the comma, to be a list of widths.
  return `#figure(kind: table, caption: [${caption}], {
  ${narrow}table(
  columns: (${columns.join(", ")},), align: left + top,
  table.hline(stroke: 0.8pt),
  table.header(${cells(head.map((column) => `#strong[${column}]`))}),
  table.hline(stroke: 0.5pt),
  ${rows.map((row) => `${cells(row)},\n  `).join("table.hline(stroke: 0.3pt + rule),\n  ")}table.hline(stroke: 0.5pt + rule),
)})`;
}

/** A picture of what the words beside it say, which a screen reader passes over. */
function bar(low: number, high: number): string {
  const bars = barsOf(low, high).map(
    ({ is, width }) => `#place(rect(width: ${width}%, height: 5pt, fill: rgb("${BAR_FILL[is]}")))`,
  );
  return `#pdf.artifact[#block(width: 100%, height: 5pt, below: 3pt)[${bars.join("")}]]`;
}

const BAR_FILL = { track: "#f0ede4", may: "#9fb4c6", is: "#12436d" };
