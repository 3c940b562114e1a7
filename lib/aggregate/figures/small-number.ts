/**
 * What a small number is, how it is hidden outside the facilitators' view, and which words of quantity stand for
 * how many people. Nothing else decides any of it.
 */

/** From 1 up to the review's threshold less one. A true 0 identifies nobody. */
export function isSmall(count: number, smallNumber: number): boolean {
  return count > 0 && count < smallNumber;
}

/** Fewer people than the threshold, nobody included: what they said needs permission, and their group is not shown. */
export function isTooFew(people: number, smallNumber: number): boolean {
  return people < smallNumber;
}

/** What is hidden of a show of hands: how many went up where few did, and everything where few were asked. */
export function hiddenHands(
  raised: number,
  asked: number,
  smallNumber: number,
): "nothing" | "raised" | "all" {
  if (isSmall(asked, smallNumber)) return "all";
  return isSmall(raised, smallNumber) ? "raised" : "nothing";
}

const FEW = 5;

/** Whether enough of the people present share an attribute for it to be shown beside one person's words. */
export function isSharedByEnough(people: number, smallNumber: number): boolean {
  return people >= Math.max(FEW, smallNumber);
}

/** What stands where a figure is hidden. */
export const SUPPRESSED = "c";

type Noun = { one: string; many: string };

/** "13", "1,204", or "c". */
export function countMark(count: number | null): string {
  return count === null ? SUPPRESSED : count.toLocaleString("en-GB");
}

/** "13 people", "1 contribution", "a withheld number of people". */
export function countWords(count: number | null, { one, many }: Noun): string {
  if (count === null) return `a withheld number of ${many}`;
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** "One more contribution has", "7 more contributions have", "A few more contributions have". */
export function moreWords(count: number | null, { one, many }: Noun): string {
  if (count === 1) return `One more ${one} has`;
  return `${count === null ? "A few" : count.toLocaleString("en-GB")} more ${many} have`;
}

/** "1 to 4 people": what a hidden figure stands for. */
export function smallRange(smallNumber: number): string {
  return `1 to ${smallNumber - 1} people`;
}

/** "fewer than 5 people". */
export function fewerThan(smallNumber: number, what = "people"): string {
  return `fewer than ${smallNumber} ${what}`;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Numbers below ten in words. */
export function numberWord(value: number): string {
  return NUMBERS[value] ?? value.toLocaleString("en-GB");
}

/** "fewer than five people", as a sentence has it. */
export function fewerThanInWords(smallNumber: number): string {
  return `fewer than ${numberWord(smallNumber)} people`;
}

/** How many hands went up, in a sentence of a report. */
export function handsRaisedWords(raised: number, asked: number, smallNumber: number): string {
  if (raised === 0) return "nobody raised their hand";
  if (hiddenHands(raised, asked, smallNumber) !== "nothing") return "a few of those asked raised their hands";
  return `${raised} of ${asked} raised their hands`;
}

const QUANTIFIERS = ["all", "most", "many", "some", "a few", "one"] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

/** The scale in words, as the method note and "How is this counted?" show it. */
export const QUANTIFIER_SCALE =
  "“most” means more than half; “many” means a third to a half; “some” means at least five people, but less than a third; “a few” means fewer than five people, whatever the share; “all” is used only where everyone was counted";

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

/** Whether a word of quantity may stand for that share: its own word, or "a few" where it is one. */
export function quantifierFits(word: Quantifier, share: Share): boolean {
  const right = quantifierFor(share);
  return word === right || (word === "a few" && right === "one");
}

/** "some"; null when no identified person said it. */
export function quantityWord(people: number, of: number): Quantifier | null {
  return people < 1 ? null : quantifierFor({ people, of });
}

/** "some participants"; null when no identified person said it. */
export function byQuantity(people: number, of: number): string | null {
  const word = quantityWord(people, of);
  return word === null ? null : `${word} ${word === "one" ? "participant" : "participants"}`;
}

/** What to write in place of a small figure, and of a small group that is described. */
export const SAY_A_FEW = "Say “a few” instead.";
export const SAY_PARTICIPANTS = "Say “one participant” or “a few participants”.";

/** The words of quantity, for a regular expression that finds one in a text; the longest first where it matters. */
export const QUANTIFIER_PATTERN = QUANTIFIERS.join("|");

/** The words for a share of the people, which report what they said even without "participants" after them. */
export const SHARE_PATTERN = QUANTIFIERS.filter((word) => word !== "all" && word !== "one").join("|");

/** Ways to write a number of fewer than five, for a regular expression. */
export const FEW_PATTERN = [...NUMBERS.slice(1, FEW), `[1-${FEW - 1}]`, "a few", "a couple of"].join("|");

/** The word of quantity as it is found in a text, whatever its capitals. */
export function readQuantifier(found: string): Quantifier | null {
  return QUANTIFIERS.find((word) => word === found.toLowerCase()) ?? null;
}
