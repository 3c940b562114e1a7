import { formatDate } from "@/lib/platform/text/dates";
import { exportedBlocks, FIGURES_NOTE, type ExportedBlock, type ExportedVersion } from "./exported";

/** A version as Markdown (CommonMark). */
export function toMarkdown(version: ExportedVersion): string {
  const { title, smallNumber } = version;
  const parts = [`# ${escaped(title)}`, `*${escaped(provenance(version))}*`];
  let inList = false;
  for (const block of exportedBlocks(version)) {
    const text = blockText(block);
    // Items of one list follow each other without an empty line between them.
    if (block.type === "list_item" && inList) parts.push(`${parts.pop() ?? ""}\n${text}`);
    else parts.push(text);
    inList = block.type === "list_item";
  }
  return `${[...parts, escaped(FIGURES_NOTE(smallNumber))].join("\n\n")}\n`;
}

/** Which version this is; every export says so. */
export function provenance({ reviewTitle, number, hash, savedAt, publishedAt }: ExportedVersion): string {
  const state = publishedAt ? `published on ${formatDate(publishedAt)}` : "a draft, not published";
  return `${reviewTitle}. Version ${number}, saved on ${formatDate(savedAt)}, ${state}. Fingerprint ${hash}.`;
}

function blockText({ type, passages }: ExportedBlock): string {
  const text = passages
    .flatMap(({ runs }) => runs)
    .map(({ text, marks }) =>
      marks.some((mark) => mark.type === "strong") ? `**${escaped(text.trim())}**` : escaped(text),
    )
    .join("");
  switch (type) {
    case "heading":
      return `## ${text}`;
    case "subheading":
      return `### ${text}`;
    case "paragraph":
    case "figure":
      return lineStart(text);
    case "list_item":
      return `- ${lineStart(text)}`;
    case "quotation":
      return `> ${text}`;
  }
}

/** Escapes text, so that nothing a person typed becomes a link, a heading or HTML. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>~|&]/g, "\\$&");
}

function lineStart(text: string): string {
  return text.replace(/^([#+=-])/, "\\$1").replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}
