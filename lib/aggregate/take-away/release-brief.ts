import { Document, Footer, HeadingLevel, Packer, Paragraph } from "docx";
import { fileText } from "@/lib/platform/text/file-text";
import { textRunsOf } from "@/lib/platform/word/word-text";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import { tableOf, type Release } from "@/lib/aggregate/publication/release-contents";
import { fittedSections, type BriefItem } from "./brief/brief-section";
import { briefSections } from "./brief/brief-sections";
import type { AboutRelease } from "./release-file";
import { bulletNumbering, BULLETS, SANS, SERIF } from "./word-styles";

/**
 * A release in two pages for a paper: themes, what is asked for, what works, where views differ, views of a few, areas, NPQs,
 * groups, what is not known, and how it was counted.
 */
export async function releaseBrief(release: Release, about: AboutRelease): Promise<Uint8Array<ArrayBuffer>> {
  const source = `${about.review}, release ${about.release}, ${about.releasedOn}`;
  const title = `${about.review}: what people said`;
  const document = new Document({
    title: fileText(title),
    creator: "NPQ review",
    lastModifiedBy: "NPQ review",
    description: fileText(source),
    styles: {
      default: {
        document: {
          run: { font: SANS, size: 20, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 80 } },
        },
        title: { run: { font: SANS, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: SANS, size: 24, bold: true },
          paragraph: { spacing: { before: 180, after: 60 } },
        },
      },
    },
    numbering: bulletNumbering({ indent: { left: 400, hanging: 240 }, spacing: { after: 60 } }),
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 900, left: 1100, right: 1100 } } },
        footers: { default: new Footer({ children: [small(`${source}. ${about.link}`)] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: textRunsOf(title),
          }),
          ...paragraphs(release, source),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function paragraphs(release: Release, source: string): Paragraph[] {
  const table = tableOf(release, null);
  if (!table) return [];
  return [
    new Paragraph({ children: textRunsOf(`${presentInWords(table)}. ${source}.`) }),
    ...fittedSections(briefSections(release, table)).flatMap(({ title, items, small: isSmall, rest }) => [
      heading(title),
      ...items.map((item) => (isSmall ? small(item.says ?? "") : bullet(item))),
      ...(rest === null ? [] : [small(rest)]),
    ]),
  ];
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRunsOf(text), keepNext: true });
}

function bullet({ about = "", statement = "", says = "" }: BriefItem): Paragraph {
  const children = [
    ...textRunsOf(about, { bold: true }),
    ...textRunsOf(statement, { font: SERIF }),
    ...textRunsOf(statement === "" ? says : ` ${says}`),
  ];
  return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: textRunsOf(text, { size: 16 }) });
}
