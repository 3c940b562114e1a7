import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { BEARING_WORDS, type Bearing } from "@/lib/synthesise/finding/bearing";
import { ChosenContribution } from "./chosen-contribution";

/** A contribution that bears on a finding, to be chosen. */
export function ChosenEvidence({
  contribution,
  bearing,
}: {
  contribution: Contribution;
  bearing: Bearing | undefined;
}) {
  const { speaker, text } = contribution;
  const who = `${speaker ? speaker.label : "an unknown speaker"}, ${text.slice(0, 40)}`;
  return (
    <ChosenContribution id={contribution.id} who={who}>
      <ContributionWords contribution={shownContribution(contribution)}>
        {bearing && <p className="text-sm text-soft">{BEARING_WORDS[bearing].choice} the finding</p>}
      </ContributionWords>
    </ChosenContribution>
  );
}
