import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { type Contribution } from "@/lib/capture/contribution/contribution";
import { SOURCE_WORDS, timeWords } from "@/lib/capture/contribution/contribution-words";
import { STANCES } from "@/lib/capture/contribution/stance";

/** What reading and tagging need of a contribution, in words. */
export type ContributionInWords = Pick<Contribution, "id" | "text" | "stance"> & {
  who: string;
  about: string;
  verbatim: boolean;
  time: string;
  /** Whether participants said it: themes are suggested only for such contributions. */
  participants: boolean;
  /** Its roundtable, where the page shows several. */
  where?: string;
  /** The id for a new memo about it, where its choices are open when the page comes. */
  newMemoId?: string;
};

export function shownContribution(contribution: Contribution): ContributionInWords {
  return {
    id: contribution.id,
    who: contribution.speaker?.label ?? SOURCE_WORDS[contribution.source],
    about: aboutOf(contribution),
    text: contribution.text,
    verbatim: contribution.wording === "verbatim",
    time: timeWords(contribution),
    stance: contribution.stance,
    participants: PARTICIPANTS_SAID.some((source) => source === contribution.source),
  };
}

/** The stance of a theme while none is chosen. */
export function otherwiseWords({ stance }: Pick<ContributionInWords, "stance">): string {
  return stance === null
    ? "observation, unless you choose"
    : `${STANCES[stance].word.toLowerCase()}, as logged`;
}

function aboutOf({ speaker, hands, agreementSeen }: Contribution): string {
  if (hands) return `${hands.raised} of ${hands.asked} hands`;
  if (agreementSeen) return "Agreement was seen";
  if (speaker?.host) return "Host or official";
  return speaker?.description ?? "";
}
