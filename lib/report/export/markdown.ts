import { fileText } from "@/lib/platform/text/file-text";
import { inLists } from "@/lib/report/draft/lists";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import type { Run } from "@/lib/report/draft/block";
import { FIGURES_NOTE, type ExportedVersion } from "./exported";
import {
  NO_TABLE,
  notedBlocks,
  notesOf,
  tableHead,
  writtenTable,
  type NotedBlock,
  type NotedPassage,
} from "./noted";
import { provenance } from "./provenance";

/** A version as Markdown: CommonMark, with the tables and footnotes that GitHub and Pandoc read. */
export function toMarkdown(version: ExportedVersion, annotated = false): string {
  const { title, smallNumber } = version;
  const blocks = notedBlocks(version, annotated);
  const parts = inLists(blocks).flatMap(({ list, blocks: together }) => {
    const texts = together.map(blockText);
    // Items of one list follow each other without an empty line between them.
    return list ? [texts.join("\n")] : texts;
  });
  const notes = notesOf(blocks).map(({ n, text }) => `[^${n}]: ${escaped(text)}`);
  return `${[
    `# ${escaped(title)}`,
    `*${escaped(provenance(version))}*`,
    ...parts,
    escaped(FIGURES_NOTE(smallNumber)),
    ...notes,
  ].join("\n\n")}\n`;
}

function blockText(block: NotedBlock): string {
  const { type, passages, table } = block;
  const text = passagesText(passages);
  switch (type) {
    case "heading":
      return `## ${text}`;
    case "subheading":
      return `### ${text}`;
    case "paragraph":
      return lineStart(text);
    case "list_item":
      return `- ${lineStart(text)}`;
    case "quotation":
      return `> ${lineStart(text)}`;
    case "figure":
      return table ? `${lineStart(text)}\n\n${tableText(table)}` : `${lineStart(text)} ${NO_TABLE}`;
    case "table": {
      const written = writtenTable(block);
      if (!written) return lineStart(text);
      const [head = [], ...rows] = written.rows.map((cells) => cells.map(passagesText));
      return [lineStart(passagesText(written.caption)), gridText(head, rows)].filter(Boolean).join("\n\n");
    }
  }
}

function passagesText(passages: readonly NotedPassage[]): string {
  return passages.map(({ runs, note }) => runs.map(runText).join("") + (note ? `[^${note.n}]` : "")).join("");
}

/** Spaces stay outside of the signs: CommonMark would not read them as emphasis. */
function runText({ text, marks }: Run): string {
  const has = (type: Run["marks"][number]["type"]) => marks.some((mark) => mark.type === type);
  const words = escaped(text);
  const sign = has("strong") ? "**" : has("em") ? "*" : "";
  const inner = words.trim();
  if (sign === "" || inner === "") return words;
  const [before = "", after = ""] = words.split(inner);
  return `${before}${sign}${inner}${sign}${after}`;
}

function tableText(table: ShownTable): string {
  const rows = table.rows.map(({ name, cells }) => [name, ...cells.map(({ words }) => words)].map(escaped));
  return gridText(tableHead(table).map(escaped), rows);
}

function gridText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** Escapes text, so that nothing a person typed becomes a link, a heading, a table or HTML. */
function escaped(text: string): string {
  return fileText(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>~|&^]/g, "\\$&");
}

function lineStart(text: string): string {
  return text.replace(/^([#+=-])/, "\\$1").replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}
