import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { type Line } from "@/lib/capture/contribution/contribution";
import { SOURCE_WORDS, timeWords } from "@/lib/capture/contribution/contribution-words";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";

/** As much of a line as reading and tagging it needs, in words. */
export type ShownLine = {
  id: string;
  who: string;
  about: string;
  text: string;
  verbatim: boolean;
  time: string;
  stance: Stance | null;
  /** Whether participants said it: themes are proposed for such lines alone. */
  participants: boolean;
  /** Its roundtable, where the page shows several. */
  where?: string;
  /** The id of the memo that may be written about it: made with the page, so that sending twice stores once. */
  newMemoId?: string;
};

export function shownLine(line: Line): ShownLine {
  return {
    id: line.id,
    who: line.speaker?.label ?? SOURCE_WORDS[line.source],
    about: aboutOf(line),
    text: line.text,
    verbatim: line.kind === "verbatim",
    time: timeWords(line),
    stance: line.stance,
    participants: PARTICIPANTS_SAID.some((source) => source === line.source),
  };
}

/** What a theme is set as while no stance is chosen. */
export function otherwiseWords({ stance }: Pick<ShownLine, "stance">): string {
  return stance === null
    ? "observation, unless you choose"
    : `${STANCES[stance].word.toLowerCase()}, as logged`;
}

function aboutOf({ speaker, hands, agreementSeen }: Line): string {
  if (hands) return `${hands.raised} of ${hands.asked} hands`;
  if (agreementSeen) return "Agreement was seen";
  if (speaker?.host) return "Host or official";
  return speaker?.description ?? "";
}
