import type { Stance } from "@/lib/capture/contribution/stance";
import { askedFor, asSentence, clause } from "./clause";

/** How a finding's stance is told, before the statement. */
const TOLD_AS: Record<Exclude<Stance, "ask">, string> = {
  strength: "named this as a strength",
  improvement: "named this as something to improve",
  observation: "made this observation",
};

/** That a finding is no quotation. */
const FACILITATORS_WORDS = "Worded by the facilitators.";

type ToldFinding = {
  stance: Stance;
  text: string;
  /** "About 15 of 29 people present at 2 roundtables". */
  who: string;
  /** "A few saw this differently"; missing where nobody did. */
  against?: string;
  counterView?: string;
};

/**
 * A finding to paste into a paper, before where it is from: "About 15 of 29 people present at 2 roundtables asked for a
 * coach. A few saw this differently: … Worded by the facilitators." Its words are the facilitators', so they bear no
 * quotation marks.
 */
export function findingSentence({ stance, text, who, against, counterView }: ToldFinding): string {
  const told = stance === "ask" ? askedFor(text) : `${TOLD_AS[stance]}: ${clause(text)}`;
  const other = against === undefined ? [] : [otherSideSentence(against, counterView ?? "")];
  return [asSentence(`${who} ${told}`), ...other, FACILITATORS_WORDS].join(" ");
}

/** "A few saw this differently: providers take more trouble over it." */
export function otherSideSentence(against: string, counterView: string): string {
  return asSentence(counterView === "" ? against : `${against}: ${clause(counterView)}`);
}
