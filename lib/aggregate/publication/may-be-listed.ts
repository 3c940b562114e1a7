import { intervalOf, isShown } from "./published-count";
import type { PublishedFigure } from "./shape/published-shape";

/** Whether what these people said may be listed: so many said it, and the figure shows it, that nobody stands alone. */
export function isReadable(figure: PublishedFigure): boolean {
  return isShown(figure) && intervalOf(figure).low >= figure.threshold;
}
