import { inLists } from "@/lib/report/draft/lists";
import { xmlText } from "@/lib/platform/text/xml-text";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import type { Run } from "@/lib/report/draft/block";
import { barsOf } from "@/lib/report/draft/figure-bar";
import type { TableParts } from "@/lib/report/draft/written-table";
import {
  NO_TABLE,
  notesOf,
  tableHead,
  textOf,
  writtenTable,
  type NotedBlock,
  type NotedPassage,
} from "../noted";

/** Where a claim leads, for whoever may follow it; null leaves it plain text. */
export type HrefOf = (passage: NotedPassage) => string | null;

/** The text of a version as HTML that is well-formed XML too. */
export function blocksHtml(blocks: readonly NotedBlock[], hrefOf: HrefOf): string {
  return inLists(blocks)
    .map(({ list, blocks: together }) => {
      const html = together.map((block) => blockHtml(block, hrefOf)).join("\n");
      return list ? `<ul>\n${html}\n</ul>` : html;
    })
    .join("\n");
}

/** Links to the parts of the report. */
export function contentsHtml(blocks: readonly NotedBlock[]): string {
  const items = blocks
    .filter(({ type }) => type === "heading")
    .map((block) => `<li><a href="#${block.anchor}">${xmlText(textOf(block))}</a></li>`);
  return items.length === 0 ? "" : `<ul>\n${items.join("\n")}\n</ul>`;
}

/** The footnotes, each with a link back to its place. */
export function notesHtml(blocks: readonly NotedBlock[]): string {
  const notes = notesOf(blocks);
  if (notes.length === 0) return "";
  const items = notes.map(
    ({ n, text }) =>
      `<li id="note.${n}">${xmlText(text)} <a href="#to.note.${n}" aria-label="Back to the place of note ${n}">Back</a></li>`,
  );
  return `<section class="notes" aria-labelledby="page.notes"><h2 id="page.notes">What each statement rests on</h2>\n<ol>\n${items.join("\n")}\n</ol></section>`;
}

function blockHtml(block: NotedBlock, hrefOf: HrefOf): string {
  const inner = block.gap
    ? `<span class="gap">${xmlText(textOf(block))}</span>`
    : block.passages.map((passage) => passageHtml(passage, hrefOf)).join("");
  const id = `id="${block.anchor}"`;
  switch (block.type) {
    case "heading":
      return `<h2 ${id}>${inner}</h2>`;
    case "subheading":
      return `<h3 ${id}>${inner}</h3>`;
    case "paragraph":
      return `<p ${id}>${inner}</p>`;
    case "list_item":
      return `<li ${id}>${inner}</li>`;
    case "quotation":
      return `<blockquote ${id}><p>${inner}</p></blockquote>`;
    case "figure":
      return block.table
        ? tableHtml(block, block.table, inner)
        : `<p ${id} class="small">${inner} ${NO_TABLE}</p>`;
    case "table": {
      const written = writtenTable(block);
      return written ? writtenHtml(block.anchor, written, hrefOf) : `<p ${id}>${inner}</p>`;
    }
  }
}

function passageHtml(passage: NotedPassage, hrefOf: HrefOf): string {
  const text = passage.runs.map(runHtml).join("");
  const href = passage.claimId === null ? null : hrefOf(passage);
  const said = href === null ? text : `<a class="claim" href="${xmlText(href)}">${text}</a>`;
  const { note } = passage;
  if (!note) return said;
  return `${said}<sup id="to.note.${note.n}"><a href="#note.${note.n}" aria-label="Note ${note.n}">${note.n}</a></sup>`;
}

function runHtml({ text, marks }: Run): string {
  const has = (type: Run["marks"][number]["type"]) => marks.some((mark) => mark.type === type);
  const words = xmlText(text);
  if (has("strong")) return `<strong>${words}</strong>`;
  return has("em") ? `<em>${words}</em>` : words;
}

/** An empty corner heads nothing, and is no heading. */
function writtenHtml(anchor: string, { caption, rows }: TableParts<NotedPassage>, hrefOf: HrefOf): string {
  const [head = [], ...body] = rows.map((cells) =>
    cells.map((cell) => cell.map((passage) => passageHtml(passage, hrefOf)).join("")),
  );
  const heading = (scope: "col" | "row") => (html: string) =>
    html === "" ? "<td></td>" : `<th scope="${scope}">${html}</th>`;
  const lines = body.map(
    ([first = "", ...rest]) =>
      `<tr>${heading("row")(first)}${rest.map((html) => `<td>${html}</td>`).join("")}</tr>`,
  );
  return framedTable({
    anchor,
    label: caption.map(({ text }) => text).join(""),
    caption: caption.map((passage) => passageHtml(passage, hrefOf)).join(""),
    head: head.map(heading("col")).join(""),
    rows: lines,
  });
}

function tableHtml(block: NotedBlock, table: ShownTable, caption: string): string {
  const chart = block.content.type === "figure" && block.content.attrs.as === "chart";
  const head = tableHead(table).map((column) => `<th scope="col">${xmlText(column)}</th>`);
  const rows = table.rows.map(({ name, cells }) => {
    const shown = cells.map(
      ({ words, low, high }) => `<td>${chart ? barSvg(low, high) : ""}${xmlText(words)}</td>`,
    );
    return `<tr><th scope="row">${xmlText(name)}</th>${shown.join("")}</tr>`;
  });
  return framedTable({ anchor: block.anchor, label: textOf(block), caption, head: head.join(""), rows });
}

type Framed = { anchor: string; label: string; caption: string; head: string; rows: readonly string[] };

/** It scrolls sideways by itself where the window is narrow, by keyboard too. */
function framedTable({ anchor, label, caption, head, rows }: Framed): string {
  return `<div class="table" id="${anchor}" role="region" tabindex="0" aria-label="${xmlText(label.trim() || "Table")}"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

/** Solid as far as it is certain, striped as far as it may reach: shares of those present. The words stand beside it. */
function barSvg(low: number, high: number): string {
  const bars = barsOf(low, high).map(({ is, width }) => `<rect class="${is}" width="${width}" height="10"/>`);
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.join("")}</svg>`;
}
