export type Quantifier = "all" | "most" | "many" | "some" | "a few" | "one";

/** The scale in words, as the method note and "How is this counted?" show it. */
export const QUANTIFIER_SCALE =
  "“most” means more than half; “many” means a third to a half; “some” means at least five people, but less than a third; “a few” means fewer than five people, whatever the share; “all” is used only where everyone was counted";

const FEW = 5;

type Share = {
  people: number;
  of: number;
  /** Each person present was asked and counted, as in a show of hands. */
  everyoneCounted?: boolean;
};

/**
 * The word for that share of the people present (`people` at least 1). Fewer than five are "a few" whatever
 * the share. Use it with "raised", never with "agreed": silence is not agreement.
 */
export function quantifierFor({ people, of, everyoneCounted = false }: Share): Quantifier {
  if (people < 1) throw new RangeError("No word of quantity stands for nobody.");
  if (people === 1) return "one";
  if (everyoneCounted && people === of && people >= FEW) return "all";
  if (people < FEW) return "a few";
  if (people * 2 > of) return "most";
  if (people * 3 >= of) return "many";
  return "some";
}
