import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { barsOf } from "@/lib/report/draft/figure-bar";
import type { TableParts } from "@/lib/report/draft/written-table";
import { tableHead, textOf, type NotedBlock, type NotedPassage } from "../noted";
import { passagesSource, words, type Say } from "./typst-words";

/** A table of the release, or a chart: its numbers with bars. */
export function tableSource(block: NotedBlock, table: ShownTable, say: Say): string {
  const chart = block.content.type === "figure" && block.content.attrs.as === "chart";
  const head = tableHead(table);
  const rows = table.rows.map(({ name, cells }) => [
    say(name),
    ...cells.map(({ words: said, low, high }) => (chart ? bar(low, high) : "") + say(said)),
  ]);
  const columns = ["1.6fr", ...table.columns.map(() => "1fr")];
  return gridSource({ caption: words(block, say), columns, head: head.map(say), rows });
}

/** A table that somebody wrote. */
export function writtenSource({ caption, rows: all }: TableParts<NotedPassage>, say: Say): string {
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
