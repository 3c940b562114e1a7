import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from "docx";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { BULLETS, SANS } from "@/lib/aggregate/take-away/word-styles";
import { xmlCharacters } from "@/lib/aggregate/take-away/xlsx-stream";
import { NO_TABLE, tableHead, type NotedBlock } from "../noted";
import { blockMark } from "./marks";
import type { PlacedWork } from "./open-work";
import { wordRuns } from "./word-runs";

/** A block as paragraphs in their real styles, and a table with a row of headings under its caption. */
export function wordBlock(block: NotedBlock, open: PlacedWork | null): (Paragraph | Table)[] {
  const children = [new Bookmark({ id: blockMark(block.id), children: wordRuns(block, open) })];
  if (block.type !== "figure") return [new Paragraph({ ...STYLE_OF[block.type], children })];
  if (!block.table) return [new Paragraph({ children: [...children, new TextRun(` ${NO_TABLE}`)] })];
  return [new Paragraph({ style: "Caption", children }), table(block.table), new Paragraph({ children: [] })];
}

const STYLE_OF: Record<Exclude<NotedBlock["type"], "figure">, IParagraphOptions> = {
  heading: { heading: HeadingLevel.HEADING_1 },
  subheading: { heading: HeadingLevel.HEADING_2 },
  paragraph: {},
  list_item: { style: "ListBullet", numbering: { reference: BULLETS, level: 0 } },
  quotation: { style: "Quote" },
};

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "CFCBC0" } as const;
/** Between the margins of A4, in twentieths of a point. */
const TEXT_WIDTH = 9026;

function table(shown: ShownTable): Table {
  const head = tableHead(shown);
  const first = head.length > 4 ? 2200 : 3200;
  const other = Math.floor((TEXT_WIDTH - first) / (head.length - 1));
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text) => cell(text, isHead)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: head.map((_, index) => (index === 0 ? first : other)),
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: LINE,
      insideVertical: NONE,
      insideHorizontal: LINE,
    },
    rows: [
      row(head, true),
      ...shown.rows.map(({ name, cells }) => row([name, ...cells.map(({ words }) => words)], false)),
    ],
  });
}

function cell(text: string, bold: boolean): TableCell {
  const run = new TextRun({ text: xmlCharacters(text), font: SANS, size: 18, ...(bold ? { bold } : {}) });
  return new TableCell({
    margins: { top: 40, bottom: 40, right: 100 },
    children: [new Paragraph({ spacing: { after: 0, line: 252 }, children: [run] })],
  });
}
