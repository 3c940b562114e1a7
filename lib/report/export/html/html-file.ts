import { xmlText } from "@/lib/platform/text/xml-text";
import { FIGURES_NOTE, type ExportedVersion } from "../exported";
import { notedBlocks } from "../noted";
import { provenance } from "../provenance";
import { DOCUMENT_STYLE } from "./document-style";
import { blocksHtml, contentsHtml, notesHtml } from "./html-blocks";

/** A version as one HTML file: its styles are inside, and it loads and runs nothing. */
export function toHtml(version: ExportedVersion, annotated: boolean): string {
  const blocks = notedBlocks(version, annotated);
  const title = xmlText(version.title);
  const contents = contentsHtml(blocks);
  const nav = `<nav aria-labelledby="page.contents"><h2 id="page.contents">In this report</h2>\n${contents}</nav>`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<style>${DOCUMENT_STYLE}</style>
</head>
<body>
<a class="skip" href="#page.main">Skip to main content</a>
<main id="page.main" class="page">
<h1>${title}</h1>
<p class="about">${xmlText(provenance(version))}</p>
<div class="spread">${contents === "" ? "" : nav}
<article>
${blocksHtml(blocks, () => null)}
${notesHtml(blocks)}
</article></div>
<div class="after"><p class="small">${xmlText(FIGURES_NOTE(version.smallNumber))}</p></div>
</main>
</body>
</html>
`;
}
