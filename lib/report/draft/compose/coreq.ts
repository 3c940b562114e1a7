import { fewerThan, isSmall, numberWord } from "@/lib/aggregate/figures/small-number";
import { formatDate } from "@/lib/platform/text/dates";
import { textBlock, type DraftBlock } from "../draft-block";
import type { DraftSource } from "../draft-source";
import { questionsOf } from "./context";

/**
 * The points of COREQ that the record answers (Tong, Sainsbury and Craig, Consolidated criteria for reporting qualitative
 * research, International Journal for Quality in Health Care 19, 2007), with their numbers there.
 */
export function coreqBlocks(source: DraftSource, elsewhere: { questions: boolean }): DraftBlock[] {
  const { conduct, roundtables, smallNumber, coding } = source;
  const { invited, present, hosts, coders, contributions, spoken, amended } = conduct;
  const number = (count: number, one: string, many: string) =>
    isSmall(count, smallNumber) ? `${fewerThan(smallNumber, many)}` : `${count} ${count === 1 ? one : many}`;
  const questions = elsewhere.questions ? [] : questionsOf(source);
  const away = invited - present;
  const absent = away <= 0 ? "" : `; ${number(away, "was", "were")} absent`;
  const points = [
    // Somebody who came to two roundtables is registered and present twice: these are no people then.
    roundtables.length > 1
      ? `Participants (10 to 13): ${number(invited, "registration", "registrations")} for ${numberWord(roundtables.length)} roundtables and ${number(present, "attendance", "attendances")}, hosts not counted${absent}. Figures count somebody who came more than once as one person.`
      : `Participants (10 to 13): ${number(invited, "person", "people")} registered and ${number(present, "person", "people")} were present, hosts not counted${absent}.`,
    `Others present (15): ${hosts === 0 ? "nobody is recorded as a host or an official" : "hosts or officials were in the room; what they said is in no figure and in no quotation"}.`,
    `Setting (14): ${roundtables.map(({ heldOn }) => formatDate(heldOn)).join("; ") || "not recorded"}.`,
    ...(questions.length === 0 ? [] : [`Questions (17): ${questions.join(" ")}`]),
    `Data collection (19, 20): contributions were written down by facilitators during the discussion, each marked as the gist or word for word. There are ${contributions} in all${ofWhom(contributions, spoken)}.`,
    `Returned to participants (23, 28): ${amended === 0 ? "no correction is recorded from a read-back" : `${number(amended, "correction", "corrections")} to contributions recorded after the session`}.`,
    `Coding (24, 25): ${coders === 0 ? "no coder is recorded" : `${coders} ${coders === 1 ? "person" : "people"} set themes`}, from a codebook with written definitions.`,
    `Agreement: ${coding ? "described above" : "not measured on these contributions"}.`,
    "Consistency and minor themes (30 to 32): findings cite contributions; views that contradict a finding are told where a facilitator wrote down what was said.",
  ];
  return [
    textBlock("annex", "subheading", "Points of COREQ"),
    ...points.map((text) => textBlock("annex", "list_item", text)),
  ];
}

/** Why fewer contributions were coded than were written down. */
function ofWhom(contributions: number, spoken: number): string {
  if (contributions === spoken) return "";
  return `: ${spoken} by participants, which were coded, and others that are shows of hands and agreement seen in the room, remarks of hosts, and facilitators’ own notes`;
}
