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
  type ParagraphChild,
} from "docx";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { BULLETS, SANS } from "@/lib/aggregate/take-away/word-styles";
import { textRunsOf } from "@/lib/platform/word/word-text";
import { NO_TABLE, tableHead, type NotedBlock } from "../noted";
import { blockMark, tableMark } from "./marks";
import type { PlacedWork } from "./open-work";
import { wordCells, wordRuns, type WordPiece } from "./word-runs";

/** A block as paragraphs in their real styles, and a table with a row of headings under its caption. */
export function wordBlock(block: NotedBlock, open: PlacedWork | null): (Paragraph | Table)[] {
  if (block.type === "table" && !block.gap) return writtenTable(block, open);
  const children = [new Bookmark({ id: blockMark(block.id), children: wordRuns(block, open) })];
  if (block.type === "table") return [new Paragraph({ children })];
  if (block.type !== "figure") return [new Paragraph({ ...STYLE_OF[block.type], children })];
  if (!block.table) return [new Paragraph({ children: [...children, new TextRun(` ${NO_TABLE}`)] })];
  return [new Paragraph({ style: "Caption", children }), table(block.table), new Paragraph({ children: [] })];
}

function writtenTable(block: NotedBlock, open: PlacedWork | null): (Paragraph | Table)[] {
  const { caption, rows } = wordCells(block, open);
  const childrenOf = (pieces: readonly WordPiece[]) => pieces.flatMap(({ children }) => children);
  const columns = rows[0]?.length ?? 1;
  const widths = Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns));
  const mark = new Bookmark({ id: tableMark(block.id), children: childrenOf(caption) });
  return [
    new Paragraph({ style: "Caption", children: [mark] }),
    grid(
      widths,
      rows.map((cells, index) => cells.map((cell) => cellOf(childrenOf(cell), index === 0))),
    ),
    new Paragraph({ children: [] }),
  ];
}

const STYLE_OF: Record<Exclude<NotedBlock["type"], "figure" | "table">, IParagraphOptions> = {
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
  const widths = head.map((_, index) => (index === 0 ? first : other));
  const body = shown.rows.map(({ name, cells }) => [name, ...cells.map(({ words }) => words)]);
  return grid(widths, [
    head.map((text) => cell(text, true)),
    ...body.map((texts) => texts.map((text) => cell(text, false))),
  ]);
}

/** The first row is repeated on each page, and said with each cell. */
function grid(columnWidths: readonly number[], rows: readonly TableCell[][]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: LINE,
      insideVertical: NONE,
      insideHorizontal: LINE,
    },
    rows: rows.map(
      (children, index) => new TableRow({ tableHeader: index === 0, cantSplit: true, children }),
    ),
  });
}

function cell(text: string, bold: boolean): TableCell {
  const children = textRunsOf(text, { font: SANS, size: 18, ...(bold ? { bold } : {}) });
  return paddedCell({ spacing: { after: 0, line: 252 }, children });
}

/** Words with marks of their own keep them: how they are set is the style of their paragraph. */
function cellOf(children: ParagraphChild[], isHead: boolean): TableCell {
  return paddedCell({ style: isHead ? "TableHeading" : "TableText", children });
}

function paddedCell(paragraph: IParagraphOptions): TableCell {
  return new TableCell({
    margins: { top: 40, bottom: 40, right: 100 },
    children: [new Paragraph(paragraph)],
  });
}
