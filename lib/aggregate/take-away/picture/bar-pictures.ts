import { stackedBars } from "@/lib/aggregate/figures/chart";
import { figureNumber, SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { SEGMENT_ORDER, type ThemeTable } from "@/lib/aggregate/figures/figures";
import { outOf, type ComparedTheme } from "@/lib/aggregate/live/comparison";
import { pairedBars } from "@/lib/aggregate/live/paired-bars";
import type { ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { stanceBars } from "@/lib/aggregate/publication/stance-bars";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { DRAWING_WIDTH, shortened, wrapped, type Ink, type Picture, type Shape } from "./picture";

const NAME_WIDTH = 270;
const NUMBER_WIDTH = 170;
const BAR = { x: NAME_WIDTH, width: DRAWING_WIDTH - NAME_WIDTH - NUMBER_WIDTH };
const NAME_CHARACTERS = 34;
const LONG_NAME_CHARACTERS = 44;
const KEY_HEIGHT = 34;
const ROW = 32;

/** The live figures: people of each theme in one bar, each person in one part of it. */
export function themesPicture(table: ThemeTable): Picture {
  const bars = new Map(stackedBars(table).map((bar) => [bar.themeId, bar]));
  const key = keyShapes(
    SEGMENT_ORDER.map((part) => [part, `${SEGMENT_WORDS[part].sign} ${SEGMENT_WORDS[part].words}`]),
  );
  const rows = table.themes.map((theme, at): Shape[] => {
    const y = KEY_HEIGHT + at * ROW;
    return [
      ...nameAt(theme.title, y),
      track(y, ROW - 8),
      ...(bars.get(theme.id)?.pieces ?? []).flatMap(({ part, x, width }): Shape[] => [
        { is: "box", ...along(x, width), y, height: ROW - 8, fill: part, line: "paper" },
        ...(width >= 6 ? [signAt(SEGMENT_WORDS[part].sign, x + width / 2, y)] : []),
      ]),
      numberAt(`${figureNumber(theme.people)} of ${figureNumber(table.people)} people`, y),
    ];
  });
  return { width: DRAWING_WIDTH, height: KEY_HEIGHT + rows.length * ROW, shapes: [...key, ...rows.flat()] };
}

/** Two groups: for each theme a bar of each, out of those present in the group. */
export function comparisonPicture(
  rows: readonly ComparedTheme[],
  groups: readonly [string, string],
): Picture {
  const height = 46;
  const key: Shape[] = groups.flatMap((words, at): Shape[] => [
    { is: "box", x: 0, y: at * 24 + 4, width: 14, height: 14, fill: at === 0 ? "first" : "second" },
    { is: "text", x: 22, y: at * 24 + 11, text: shortened(`Group ${at + 1}: ${words}`, 112), fill: "ink" },
  ]);
  const from = 60;
  const drawn = rows.map((row, at): Shape[] => {
    const y = from + at * height;
    const figures = [row.first, row.second] as const;
    return [
      ...nameAt(row.title, y + 4),
      ...pairedBars(row).flatMap((width, group): Shape[] => [
        track(y + group * 19, 15),
        {
          is: "box",
          ...along(0, width),
          y: y + group * 19,
          height: 15,
          fill: group === 0 ? "first" : "second",
        },
        numberAt(outOf(figures[group] ?? null), y + group * 19 - 4),
      ]),
    ];
  });
  return { width: DRAWING_WIDTH, height: from + rows.length * height, shapes: [...key, ...drawn.flat()] };
}

/** Published figures: for each theme its stances, as far as they are certain and as far as they may reach. */
export function releasedPicture({ themes }: Pick<ReleasedTable, "themes">): Picture {
  const row = 24;
  const block = row * STANCE_ORDER.length + 34;
  const drawn = themes.map((theme, at): Shape[] => {
    const top = KEY_HEIGHT + at * block;
    return [
      { is: "text", x: 0, y: top + 12, text: theme.title, fill: "ink", bold: true },
      ...stanceBars(theme.stances).flatMap(({ stance, certain, possible, words }, place): Shape[] => {
        const y = top + 26 + place * row;
        return [
          ...nameAt(`${STANCES[stance].sign} ${STANCES[stance].word}`, y - 4),
          track(y, row - 8),
          { is: "box", ...along(0, possible), y, height: row - 8, fill: "paper", line: stance },
          { is: "box", ...along(0, certain), y, height: row - 8, fill: stance },
          numberAt(words, y - 4),
        ];
      }),
    ];
  });
  return {
    width: DRAWING_WIDTH,
    height: KEY_HEIGHT + themes.length * block,
    shapes: [...REACH_KEY, ...drawn.flat()],
  };
}

/** What the two marks of a bar stand for. */
const REACH_KEY: readonly Shape[] = [
  { is: "box", x: 0, y: 2, width: 28, height: 14, fill: "first" },
  { is: "text", x: 36, y: 9, text: "certainly so many of those present", fill: "ink", size: 14 },
  { is: "box", x: DRAWING_WIDTH / 2, y: 2, width: 28, height: 14, fill: "paper", line: "first" },
  {
    is: "text",
    x: DRAWING_WIDTH / 2 + 36,
    y: 9,
    text: "so many more are possible: figures are rounded",
    fill: "ink",
    size: 14,
  },
];

function keyShapes(parts: readonly (readonly [Ink, string])[]): Shape[] {
  const each = DRAWING_WIDTH / parts.length;
  return parts.flatMap(([fill, text], at): Shape[] => [
    { is: "box", x: at * each, y: 2, width: 14, height: 14, fill },
    { is: "text", x: at * each + 20, y: 9, text, fill: "ink", size: 14 },
  ]);
}

/** A longer name has two lines, in smaller letters, so that it is whole. */
function nameAt(text: string, y: number): Shape[] {
  const lines = wrapped(text, NAME_CHARACTERS);
  if (lines.length === 1) return [{ is: "text", x: 0, y: y + 12, text, fill: "ink" }];
  const [first = "", ...rest] = wrapped(text, LONG_NAME_CHARACTERS);
  return [first, shortened(rest.join(" "), LONG_NAME_CHARACTERS)].map((line, at): Shape => ({
    is: "text",
    x: 0,
    y: y + 5 + at * 14,
    text: line,
    fill: "ink",
    size: 12,
  }));
}
const numberAt = (text: string, y: number): Shape => ({
  is: "text",
  x: DRAWING_WIDTH,
  y: y + 12,
  text,
  fill: "ink",
  align: "end",
});
const signAt = (text: string, middle: number, y: number): Shape => ({
  is: "text",
  x: along(middle, 0).x,
  y: y + 12,
  text,
  fill: "paper",
  bold: true,
  align: "middle",
});
const track = (y: number, height: number): Shape => ({ is: "box", ...BAR, y, height, fill: "track" });

/** From hundredths of the full width to pixels. */
function along(x: number, width: number): { x: number; width: number } {
  return { x: BAR.x + (x / 100) * BAR.width, width: (width / 100) * BAR.width };
}
