import { scaleLinear } from "d3-scale";
import { accumulated, type ShuffledSaturation } from "./saturation";

type Point = readonly [x: number, y: number];

/** Lines of how many themes had been raised after each person, and what the axes say. */
export type SaturationChart = {
  inOrder: Point[];
  median: Point[];
  least: Point[];
  most: Point[];
  people: number;
  themes: number;
};

/** Points in a box of that size whose upper left corner is at 0, 0. */
export function saturationChart(
  people: readonly (readonly string[])[],
  { curve }: Pick<ShuffledSaturation, "curve">,
  { width, height }: { width: number; height: number },
): SaturationChart {
  const inOrder = accumulated(people);
  const themes = inOrder.at(-1) ?? 0;
  const x = scaleLinear()
    .domain([0, Math.max(1, people.length)])
    .range([0, width]);
  const y = scaleLinear()
    .domain([0, Math.max(1, themes)])
    .range([height, 0]);
  const line = (values: readonly number[]): Point[] =>
    bends([0, ...values]).map(([at, value]) => [x(at), y(value)] as const);
  return {
    inOrder: line(inOrder),
    median: line(curve.map(({ median }) => median)),
    least: line(curve.map(({ least }) => least)),
    most: line(curve.map(({ most }) => most)),
    people: people.length,
    themes,
  };
}

/** Where a line begins, ends, rises or stops rising: what lies between on the level changes no picture of it. */
function bends(values: readonly number[]): [at: number, value: number][] {
  return values.flatMap((value, at) =>
    value === values[at - 1] && value === values[at + 1] ? [] : [[at, value] as [number, number]],
  );
}
