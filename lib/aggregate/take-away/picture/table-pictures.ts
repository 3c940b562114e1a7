import { pairOf, themesOf, type Pair } from "@/lib/aggregate/live/co-occurrence";
import type { CellInShort } from "@/lib/aggregate/publication/release-page-data";
import { DRAWING_WIDTH, shortened, wrapped, type Ink, type Picture, type Shape } from "./picture";

const NAME_WIDTH = 190;
const NAME_CHARACTERS = 24;
const HEAD_LINE = 16;
const ROW = 34;

/** A heat map: a table whose cells are tinted, with the words that say the same. */
export type HeatMap = {
  columns: readonly string[];
  rows: readonly { title: string; cells: readonly CellInShort[] }[];
  /** What the tints stand for. */
  key: string;
};

export function heatPicture({ columns, rows, key }: HeatMap): Picture {
  const width = (DRAWING_WIDTH - NAME_WIDTH) / Math.max(1, columns.length);
  const heads = columns.map((column) =>
    wrapped(column, Math.max(6, Math.floor(width / 7.5))).map((line) =>
      shortened(line, Math.max(6, Math.floor(width / 7))),
    ),
  );
  const top = Math.max(1, ...heads.map(({ length }) => length)) * HEAD_LINE + 10;
  const headings = heads.flatMap((lines, at) =>
    lines.map((text, line): Shape => ({
      is: "text",
      x: NAME_WIDTH + at * width + 4,
      y: line * HEAD_LINE + 8,
      text,
      fill: "ink",
      size: 12,
      bold: true,
    })),
  );
  let y = top;
  const drawn = rows.flatMap((row): Shape[] => {
    const names = wrapped(row.title, NAME_CHARACTERS);
    const place = { y, height: Math.max(ROW, names.length * HEAD_LINE + 6), width };
    y += place.height;
    return [...nameShapes(names, place), ...cellShapes(row.cells, place)];
  });
  const said: Shape = { is: "text", x: 0, y: y + HEAD_LINE, text: key, fill: "soft", size: 13 };
  return { width: DRAWING_WIDTH, height: y + 2 * HEAD_LINE, shapes: [...headings, ...drawn, said] };
}

/** Where a row begins and how high it is, and how wide its cells are. */
type RowPlace = { y: number; height: number; width: number };

function nameShapes(lines: readonly string[], { y, height }: RowPlace): Shape[] {
  const first = y + height / 2 - ((lines.length - 1) / 2) * HEAD_LINE;
  return lines.map((text, at) => ({
    is: "text",
    x: 0,
    y: first + at * HEAD_LINE,
    text,
    fill: "ink",
    size: 14,
  }));
}

function cellShapes(cells: readonly CellInShort[], { y, height, width }: RowPlace): Shape[] {
  return cells.flatMap(([text, tint], column): Shape[] => {
    const x = NAME_WIDTH + column * width;
    if (text === "") return [];
    return [
      {
        is: "box",
        x: x + 1,
        y: y + 1,
        width: width - 2,
        height: height - 2,
        fill: tintOf(tint),
        line: "line",
      },
      { is: "text", x: x + width / 2, y: y + height / 2, text, fill: "ink", size: 12, align: "middle" },
    ];
  });
}

/** Pairs of themes as the page has them: the later theme down, the earlier across. */
export function pairsHeatMap(pairs: readonly Pair[]): HeatMap {
  const themes = themesOf(pairs);
  const columns = themes.slice(0, -1);
  return {
    key: "A darker cell stands for a larger share of those who raised either theme.",
    columns: columns.map(({ title }) => title),
    rows: themes.slice(1).map((row, at) => ({
      title: row.title,
      cells: columns.map((column, place): CellInShort => {
        const pair = place <= at ? pairOf(pairs, row.id, column.id) : undefined;
        return pair ? [`${pair.both} of ${pair.either}`, pair.tint] : ["", 0];
      }),
    })),
  };
}

const TINTS = ["paper", "heat1", "heat2", "heat3", "heat4", "heat5", "heat6"] as const satisfies Ink[];

function tintOf(tint: number): Ink {
  return TINTS[tint] ?? "paper";
}
