import { Bookmark, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { bulletNumbering, SANS, SERIF } from "@/lib/aggregate/take-away/word-styles";
import { fileText } from "@/lib/platform/text/file-text";
import { textRunsOf } from "@/lib/platform/word/word-text";
import { FIGURES_NOTE, type ExportedVersion } from "./exported";
import { notedBlocks, notesOf } from "./noted";
import { provenance } from "./provenance";
import { ABOUT_MARK, versionMark } from "./word/marks";
import { placeComments, wordComments, type OpenWork } from "./word/open-work";
import { wordBlock } from "./word/word-blocks";

/** What a Word file holds besides the text: footnotes; for facilitators, comments and suggestions that are open. */
export type WordOptions = { annotated?: boolean; open?: OpenWork };

const QUOTE = { indent: { left: 567, right: 567 }, spacing: { before: 120, after: 200 } };

/**
 * A version as a Word document with real styles. Its properties name no person, because the author of a report on a
 * confidential meeting should not be public.
 */
export async function toDocx(
  version: ExportedVersion,
  { annotated = false, open }: WordOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = notedBlocks(version, annotated);
  const placed = open ? placeComments(blocks, open) : null;
  const footnotes = notesOf(blocks).map(
    ({ n, text }) => [n, { children: [small(text, { spacing: { after: 30, line: 252 } })] }] as const,
  );
  const document = new Document({
    title: fileText(version.title),
    creator: "NPQ review",
    lastModifiedBy: "NPQ review",
    description: fileText(provenance(version)),
    styles: STYLES,
    numbering: bulletNumbering({ indent: { left: 567, hanging: 283 } }),
    ...(footnotes.length > 0 ? { footnotes: Object.fromEntries(footnotes) } : {}),
    ...(placed ? { comments: { children: wordComments(placed) } } : {}),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: footer(version) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new Bookmark({ id: versionMark(version), children: textRunsOf(version.title) })],
          }),
          small(provenance(version), { mark: `${ABOUT_MARK}1` }),
          ...blocks.flatMap((block) => wordBlock(block, placed)),
          small(FIGURES_NOTE(version.smallNumber), { mark: `${ABOUT_MARK}2` }),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

/** The outline level is what other programs than Word know a heading by. */
const heading = (outlineLevel: number, size: number, before: number) => ({
  run: { font: SANS, size, bold: true, color: "1D2226" },
  paragraph: { spacing: { before, after: 100, line: 276 }, keepNext: true, outlineLevel },
});

const STYLES = {
  default: {
    document: {
      run: { font: SERIF, size: 23, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 160, line: 312 } },
    },
    title: {
      run: { font: SANS, size: 44, bold: true },
      paragraph: { spacing: { before: 0, after: 120, line: 264 } },
    },
    heading1: heading(0, 30, 360),
    heading2: heading(1, 25, 240),
  },
  paragraphStyles: [
    {
      id: "ListBullet",
      name: "List Bullet",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { spacing: { after: 80 } },
    },
    { id: "Quote", name: "Quote", basedOn: "Normal", quickFormat: true, paragraph: QUOTE },
    {
      id: "TableText",
      name: "Table text",
      basedOn: "Normal",
      run: { font: SANS, size: 18 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    { id: "TableHeading", name: "Table heading", basedOn: "TableText", run: { bold: true } },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { font: SANS, size: 19, color: "545C63" },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  ],
};

function small(text: string, { spacing = {}, mark }: { spacing?: object; mark?: string } = {}): Paragraph {
  const runs = textRunsOf(text, { font: SANS, size: 18 });
  return new Paragraph({
    spacing,
    children: mark === undefined ? runs : [new Bookmark({ id: mark, children: runs })],
  });
}

function footer({ title, number, release }: ExportedVersion): Footer {
  const from = release === null ? `Version ${number}` : `Version ${number}, release ${release}`;
  const run = { font: SANS, size: 16 };
  const pages = [" · Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const children = [...textRunsOf(`${title} · ${from}`, run), new TextRun({ ...run, children: pages })];
  return new Footer({ children: [new Paragraph({ children })] });
}
