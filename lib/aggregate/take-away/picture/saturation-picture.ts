import { saturationChart } from "@/lib/aggregate/live/saturation-chart";
import type { ShuffledSaturation } from "@/lib/aggregate/live/saturation";
import { DRAWING_WIDTH, type Picture, type Shape } from "./picture";

const LEFT = 56;
const HEIGHT = 320;
const KEY = [
  { at: 0, words: "In the order of the sessions", line: "first" },
  { at: 290, words: "Shuffled: the middle", line: "second", dashes: "2 4" },
  { at: 530, words: "Shuffled: the least and the most", line: "mixed", dashes: "6 4" },
] as const;
const WIDTH = DRAWING_WIDTH - LEFT - 20;

/** Themes raised after each person: in the order of the sessions, and the middle and ends of shuffled orders. */
export function saturationPicture(
  people: readonly (readonly string[])[],
  shuffled: Pick<ShuffledSaturation, "curve">,
): Picture {
  const chart = saturationChart(people, shuffled, { width: WIDTH, height: HEIGHT });
  const placed = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, y]) => [LEFT + x, y + 10] as const);
  const bottom = HEIGHT + 10;
  const text = (x: number, y: number, words: string, align: "start" | "middle" | "end"): Shape => ({
    is: "text",
    x,
    y,
    text: words,
    fill: "ink",
    size: 14,
    align,
  });
  const key = KEY.flatMap(({ at, words, ...look }): Shape[] => [
    {
      is: "path",
      points: [
        [LEFT + at, bottom + 56],
        [LEFT + at + 36, bottom + 56],
      ],
      ...look,
    },
    text(LEFT + at + 44, bottom + 56, words, "start"),
  ]);
  return {
    width: DRAWING_WIDTH,
    height: bottom + 76,
    shapes: [
      {
        is: "path",
        points: placed([
          [0, 0],
          [0, HEIGHT],
          [WIDTH, HEIGHT],
        ]),
        line: "line",
      },
      { is: "path", points: placed(chart.least), line: "mixed", dashes: "6 4" },
      { is: "path", points: placed(chart.most), line: "mixed", dashes: "6 4" },
      { is: "path", points: placed(chart.median), line: "second", dashes: "2 4" },
      { is: "path", points: placed(chart.inOrder), line: "first" },
      text(LEFT - 10, 12, String(chart.themes), "end"),
      text(LEFT - 10, bottom, "0", "end"),
      text(LEFT + WIDTH / 2, bottom + 26, "People who spoke, one after another", "middle"),
      text(LEFT + WIDTH, bottom + 26, String(chart.people), "end"),
      ...key,
    ],
  };
}
