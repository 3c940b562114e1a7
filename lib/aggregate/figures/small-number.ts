/**
 * What a small number is. How counts are shown outside the facilitators' view is in
 * lib/aggregate/publication/published-count.ts, and which word of quantity stands for them is quantityOf in
 * lib/aggregate/publication/words/published-words.ts.
 */

/** From 1 up to the review's threshold less one. A true 0 identifies nobody. */
export function isSmall(count: number, smallNumber: number): boolean {
  return count > 0 && count < smallNumber;
}

/** Fewer people than the threshold, nobody included: what they said needs permission, and their group is not shown. */
export function isTooFew(people: number, smallNumber: number): boolean {
  return people < smallNumber;
}

const FEW = 5;

/** Whether enough of the people present share an attribute for it to be shown beside one person's words. */
export function isSharedByEnough(people: number, smallNumber: number): boolean {
  return people >= Math.max(FEW, smallNumber);
}

type Noun = { one: string; many: string };

/** "13 people", "1 contribution". */
export function countWords(count: number, { one, many }: Noun): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** "One more contribution has", "7 more contributions have". */
export function moreWords(count: number, { one, many }: Noun): string {
  if (count === 1) return `One more ${one} has`;
  return `${count.toLocaleString("en-GB")} more ${many} have`;
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
