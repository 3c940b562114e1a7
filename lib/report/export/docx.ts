import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { bulletNumbering, BULLETS, SANS, SERIF } from "@/lib/aggregate/take-away/word-styles";
import { exportedBlocks, FIGURES_NOTE, type ExportedBlock, type ExportedVersion } from "./exported";
import { provenance } from "./markdown";

/**
 * A version as a Word document with real headings and lists. Its properties name no person, because the
 * author of a report on a confidential meeting should not be public.
 */
export async function toDocx(version: ExportedVersion): Promise<Uint8Array<ArrayBuffer>> {
  const { title, smallNumber } = version;
  const document = new Document({
    title,
    creator: "NPQ review",
    lastModifiedBy: "NPQ review",
    description: provenance(version),
    styles: {
      default: {
        document: {
          run: { font: SERIF, size: 23, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 160, line: 312 } },
        },
        title: { run: { font: SANS, size: 44, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { font: SANS, size: 30, bold: true },
          paragraph: { spacing: { before: 360, after: 120 } },
        },
        heading2: {
          run: { font: SANS, size: 25, bold: true },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
      },
    },
    numbering: bulletNumbering({ indent: { left: 567, hanging: 283 } }),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          note(provenance(version)),
          ...exportedBlocks(version).map(paragraph),
          note(FIGURES_NOTE(smallNumber)),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function note(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, font: SANS, size: 18 })] });
}

function paragraph(block: ExportedBlock): Paragraph {
  const children = runs(block);
  switch (block.type) {
    case "heading":
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
    case "subheading":
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
    case "paragraph":
    case "figure":
      return new Paragraph({ children });
    case "list_item":
      return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });
    case "quotation":
      return new Paragraph({ indent: { left: 567, right: 567 }, children });
  }
}

function runs({ passages, gap }: ExportedBlock): TextRun[] {
  return passages
    .flatMap(({ runs }) => runs)
    .map(
      ({ text, marks }) =>
        new TextRun({
          text,
          italics: gap || marks.some(({ type }) => type === "em"),
          bold: marks.some(({ type }) => type === "strong"),
        }),
    );
}
