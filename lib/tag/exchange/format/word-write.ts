import { fileText } from "@/lib/platform/text/file-text";
import { textElement } from "./xml-write";
import { zipStream } from "@/lib/platform/parts/zip-stream";

/** A paragraph in one of the styles below; a run is plain, or bold as marked words are, or grey as those around them. */
export type WordParagraph = {
  style: "Title" | "Heading1" | "Heading2" | "Normal" | "Small";
  runs: readonly WordRun[];
};
type WordRun = { text: string; as?: "marked" | "around" };

export type WordDocument = {
  title: string;
  /** What the file says of itself in its properties, which name nobody. */
  description: string;
  creator: string;
  /** In parts, so that they are never all in memory. */
  paragraphs: AsyncIterable<readonly WordParagraph[]>;
};

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * A Word document (ECMA-376, transitional) in parts. The library that writes reports holds a whole document as objects, which
 * took nine seconds and 260 MB for 10,000 passages.
 */
export function writeWord(document: WordDocument): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const relations = (all: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  const core = `${PACKAGE}/relationships/metadata/core-properties`;
  return zipStream([
    {
      name: "[Content_Types].xml",
      parts: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("word/document.xml", `${DOCUMENT}.document.main`)}${part("word/styles.xml", `${DOCUMENT}.styles`)}${part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")}</Types>`,
      ],
    },
    {
      name: "_rels/.rels",
      parts: [
        relations(
          related("r1", `${RELATIONS}/officeDocument`, "word/document.xml") +
            related("r2", core, "docProps/core.xml"),
        ),
      ],
    },
    { name: "docProps/core.xml", parts: [properties(document)] },
    {
      name: "word/_rels/document.xml.rels",
      parts: [relations(related("styles", `${RELATIONS}/styles`, "styles.xml"))],
    },
    { name: "word/styles.xml", parts: [STYLES] },
    { name: "word/document.xml", parts: body(document.paragraphs) },
  ]);
}

function properties({ title, description, creator }: WordDocument): string {
  const said = [
    ...textElement("dc:title", title),
    ...textElement("dc:creator", creator),
    ...textElement("dc:description", description),
  ];
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${said.join("")}</cp:coreProperties>`;
}

async function* body(paragraphs: WordDocument["paragraphs"]): AsyncGenerator<string, void> {
  yield `${HEAD}<w:document xmlns:w="${NAMESPACE}"><w:body>`;
  for await (const some of paragraphs) yield some.map(paragraphXml).join("");
  yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>';
}

/** The XML of a paragraph. */
export function paragraphXml({ style, runs }: WordParagraph): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.map(run).join("")}</w:p>`;
}

const LOOK = { marked: "<w:rPr><w:b/></w:rPr>", around: '<w:rPr><w:color w:val="545C63"/></w:rPr>' };

/** Line ends and tabs are elements of their own. */
function run({ text, as }: WordRun): string {
  const pieces = fileText(text)
    .split(/([\n\t])/)
    .flatMap((piece) => {
      if (piece === "\n") return ["<w:br/>"];
      return piece === "\t" ? ["<w:tab/>"] : textElement("w:t", piece, { "xml:space": "preserve" });
    });
  return pieces.length === 0 ? "" : `<w:r>${as === undefined ? "" : LOOK[as]}${pieces.join("")}</w:r>`;
}

type Style = { id: string; name: string; size: number; before: number; after: number; level?: number };

/** Sizes in half points, space in twentieths of a point; the outline level is what programs know a heading by. */
function styleOf({ id, name, size, before, after, level }: Style): string {
  const isHeading = level !== undefined || id === "Title";
  const outline = level === undefined ? "" : `<w:outlineLvl w:val="${level}"/>`;
  const font = isHeading || id === "Small" ? "Arial" : "Georgia";
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${isHeading ? "<w:keepNext/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>${outline}</w:pPr><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>${isHeading ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr></w:style>`;
}

const STYLES = `${HEAD}<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  { id: "Normal", name: "Normal", size: 23, before: 0, after: 60 },
  { id: "Title", name: "Title", size: 44, before: 0, after: 120 },
  { id: "Heading1", name: "heading 1", size: 30, before: 360, after: 100, level: 0 },
  { id: "Heading2", name: "heading 2", size: 25, before: 240, after: 100, level: 1 },
  { id: "Small", name: "Where it is from", size: 18, before: 0, after: 240 },
]
  .map(styleOf)
  .join("")}</w:styles>`;
