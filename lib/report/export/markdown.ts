import { inLists } from "@/lib/report/draft/lists";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import type { Run } from "@/lib/report/draft/block";
import { FIGURES_NOTE, type ExportedVersion } from "./exported";
import { NO_TABLE, notedBlocks, notesOf, tableHead, type NotedBlock } from "./noted";
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

function blockText({ type, passages, table }: NotedBlock): string {
  const text = passages
    .map(({ runs, note }) => runs.map(runText).join("") + (note ? `[^${note.n}]` : ""))
    .join("");
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
  }
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
  const head = tableHead(table);
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [
    line(head),
    `|${" --- |".repeat(head.length)}`,
    ...table.rows.map(({ name, cells }) => line([name, ...cells.map(({ words }) => words)])),
  ].join("\n");
}

/** Escapes text, so that nothing a person typed becomes a link, a heading, a table or HTML. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>~|&^]/g, "\\$&");
}

function lineStart(text: string): string {
  return text.replace(/^([#+=-])/, "\\$1").replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}
