import { inLists } from "@/lib/report/draft/lists";
import { fileText } from "@/lib/platform/text/file-text";
import { FIGURES_NOTE, type ExportedVersion } from "../exported";
import { NO_TABLE, notedBlocks, textOf, writtenTable, type NotedBlock } from "../noted";
import { provenance } from "../provenance";
import { settings } from "./typst-settings";
import { tableSource, writtenSource } from "./typst-table";
import { NONE_MISSING, typstContent, withBreaks, withoutGlyphs, type Missing } from "./typst-text";
import { words, type Say } from "./typst-words";

/** More parts than this get a list of contents. */
const PARTS_WITHOUT_CONTENTS = 8;

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
