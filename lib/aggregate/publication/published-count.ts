import type { PublishedCount, PublishedFigure } from "./shape/published-shape";

const STEP = 5;

const rounded = (count: number) => Math.round(count / STEP) * STEP;

/** `people` out of `of` present, at most as many. */
export function publishCount(people: number, of: number, threshold: number): PublishedFigure {
  if (people > of || people < 0) throw new RangeError(`${people} people cannot be counted out of ${of}.`);
  return { count: countOf(people, of, threshold), of, threshold };
}

function countOf(people: number, of: number, threshold: number): PublishedCount {
  if (people === 0) return { is: "none" };
  if (people < threshold) return { is: "a few" };
  if (rounded(people) >= of) return { is: "nearly all" };
  return { is: "about", n: rounded(people) };
}

export function heldBack(of: number, threshold: number): PublishedFigure {
  return { count: { is: "held back" }, of, threshold };
}

export type Interval = { low: number; high: number };

/** The counts that a reader who knows the rule must take it for, both ends included. */
export function intervalOf({ count, of, threshold }: PublishedFigure): Interval {
  switch (count.is) {
    case "none":
      return { low: 0, high: 0 };
    case "a few":
      return { low: 1, high: Math.min(threshold - 1, of) };
    case "about":
      return { low: Math.max(threshold, count.n - HALF_STEP), high: Math.min(of, count.n + HALF_STEP) };
    case "nearly all":
      return { low: leastNearlyAll(of, threshold), high: of };
    case "held back":
      return { low: 0, high: of };
  }
}

/** Whole numbers at most this far away are rounded to a multiple of five. */
const HALF_STEP = 2;

function leastNearlyAll(of: number, threshold: number): number {
  let least = of;
  while (least > threshold && rounded(least - 1) >= of) least -= 1;
  return least;
}

/** Whether a reader sees any number or word for it. */
export function isShown({ count }: PublishedFigure): boolean {
  return count.is !== "held back";
}

/** Most people first; what is held back comes after what is shown and before none. */
export function byPublishedCount(a: PublishedFigure, b: PublishedFigure): number {
  return rank(b) - rank(a);
}

function rank({ count, of }: PublishedFigure): number {
  switch (count.is) {
    case "none":
      return 0;
    case "held back":
      return 0.5;
    case "a few":
      return 1;
    case "about":
      return count.n;
    case "nearly all":
      return of;
  }
}

/** Where a bar of the figure ends, as shares of those present: it is certain up to `low`, and may reach `high`. */
export function pictureOf(figure: PublishedFigure): Interval {
  if (figure.of === 0 || !isShown(figure)) return { low: 0, high: 0 };
  const { low, high } = intervalOf(figure);
  return { low: low / figure.of, high: high / figure.of };
}
