import type { Figure } from "@/lib/aggregate/figures/figures";
import type { ComparedTheme } from "./comparison";

/** How long the bars of the two groups are, in hundredths of those present in each. */
export function pairedBars({ first, second }: Pick<ComparedTheme, "first" | "second">): [number, number] {
  return [shareOf(first), shareOf(second)];
}

function shareOf(figure: Figure | null): number {
  return figure?.of ? (figure.value / figure.of) * 100 : 0;
}
