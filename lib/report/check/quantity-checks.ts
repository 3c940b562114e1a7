import { fewerThan, isTooFew } from "@/lib/aggregate/figures/small-number";
import { figureFor, parseRef, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { quantityOf } from "@/lib/aggregate/publication/words/published-words";
import { SAY_A_FEW, type Quantifier } from "@/lib/aggregate/publication/words/quantity";
import { saysFigure, waysToSay } from "@/lib/aggregate/publication/words/told-words";
import type { Claim } from "@/lib/report/claim/claim";
import { advice, fault, type Found } from "./check";
import type { CheckedSentence } from "./sentences";
import { countedPeopleIn, exactFiguresIn, quantitiesIn, sweepingIn } from "./sentence-language";

type Context = {
  claims: readonly Claim[];
  figures: ReportFigures | null;
  threshold: number;
};

/** Numbers and words of quantity: each says what the release says, or the author answers for it. */
export function quantityChecks(sentence: CheckedSentence, context: Context): Found[] {
  return [
    ...figureChecks(sentence, context),
    ...wordChecks(sentence, context),
    ...exactChecks(sentence, context),
    ...unbackedChecks(sentence),
  ];
}

/** A live figure whose words no longer say what the release says. */
function figureChecks({ figures: spans }: CheckedSentence, { figures }: Context): Found[] {
  return spans.flatMap(({ text, ref }) => {
    const parsed = parseRef(ref);
    const told = parsed && figures && figureFor(parsed, figures);
    if (!told) {
      const message = figures
        ? `“${text}” stands for a figure that release ${figures.release.number} does not show. Say it without a number, or leave it out.`
        : `“${text}” stands for a figure, and this report is bound to no release.`;
      return [fault("quantity", message)];
    }
    if (saysFigure(text, told)) return [];
    return [
      fault("quantity", `It says “${text}”, and the release says “${waysToSay(told).join("” or “")}”.`),
    ];
  });
}

/** A word of quantity that stands under no figure has to fit a claim of its sentence. */
function wordChecks(sentence: CheckedSentence, context: Context): Found[] {
  return quantitiesIn(sentence.text)
    .filter(({ start }) => !isCovered(sentence, start))
    .flatMap(({ word, found }) => {
      if (context.claims.length === 0)
        return [
          advice("quantity", `No figure backs “${found}”. Make it a live figure, or mark it as yours.`),
        ];
      if (context.claims.some((claim) => fits(word, claim, context))) return [];
      return [fault("quantity", `It says “${found}”. ${rightWord(context)}`)];
    });
}

function fits(word: Quantifier, { told, figure, themeId }: Claim, { threshold }: Context): boolean {
  if (told?.is === "hands" || figure.hands) return true;
  if (told?.is === "people" && quantityOf(told.figure) === word) return true;
  // Of a theme as a whole a report says what its release says, and the check of everything published adds nothing.
  if (themeId) return false;
  // A view of one or of few may be told in words: the check of everything published takes it into account.
  if (word === "one") return figure.people === 1;
  return word === "a few" && figure.people > 0 && isTooFew(figure.people, threshold);
}

function rightWord({ claims, figures }: Context): string {
  const said = claims.flatMap(({ told }) => (told?.is === "people" ? (quantityOf(told.figure) ?? []) : []));
  const [first] = said;
  if (first) return `The release says “${first}”.`;
  return figures
    ? "The release does not say how many people that is. Say “it was said that”."
    : "This report is bound to no release, so it can say no quantity. Say “it was said that”.";
}

/** Numbers of people and sweeping words that nothing backs, whoever wrote them. */
function unbackedChecks(sentence: CheckedSentence): Found[] {
  return [...countedPeopleIn(sentence.text), ...sweepingIn(sentence.text)]
    .filter(({ start }) => !isCovered(sentence, start))
    .map(({ found }) =>
      advice("quantity", `No figure backs “${found}”. Make it a live figure, or mark it as yours.`),
    );
}

/** "13 of 20", where that was not a show of hands in the room: an exact number of people is never published. */
function exactChecks(sentence: CheckedSentence, { claims, threshold }: Context): Found[] {
  if (claims.some(({ figure }) => figure.hands)) return [];
  return exactFiguresIn(sentence.text)
    .filter(({ start }) => !isCovered(sentence, start))
    .map(({ found, value }) =>
      isTooFew(value, threshold)
        ? fault("small-group", `“${found}” stands for ${fewerThan(threshold)}. ${SAY_A_FEW}`)
        : fault(
            "quantity",
            `“${found}” is an exact number of people. Say what the release says, or no number.`,
          ),
    );
}

function isCovered({ figures, own }: CheckedSentence, start: number): boolean {
  return [...figures, ...own].some((span) => span.start <= start && start < span.end);
}
