import { GUEST_RULE, type SaturationRule } from "@/lib/aggregate/live/saturation";
import { askedNumber, type Asked } from "../../dashboard/address";

/** So many shuffles that the middle moves little, and fewer where there are many people. */
export const shufflesFor = (people: number) => (people > 1000 ? 50 : 200);
/** One seed, so that everybody who opens the page sees the same. */
export const SHUFFLE_SEED = 2020;
const MOST = 50;

/** The three numbers from the address; Guest's own where it has none, or none that make sense. */
export function readRule(query: Asked): SaturationRule {
  const number = (name: string, otherwise: number) => Math.min(MOST, askedNumber(query, name) ?? otherwise);
  const percent = query.threshold === "0" ? 0 : number("threshold", GUEST_RULE.threshold * 100);
  return {
    base: number("base", GUEST_RULE.base),
    run: number("run", GUEST_RULE.run),
    threshold: percent / 100,
  };
}

/** The three numbers as fields of an address. */
export function ruleFields({ base, run, threshold }: SaturationRule): [name: string, value: string][] {
  return [
    ["base", String(base)],
    ["run", String(run)],
    ["threshold", String(Math.round(threshold * 100))],
  ];
}
