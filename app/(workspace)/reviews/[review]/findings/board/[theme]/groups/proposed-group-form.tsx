import { ChosenContribution } from "@/components/synthesise/board/chosen-contribution";
import { AttachFields } from "@/components/synthesise/finding/attach-fields";
import { StatementFields } from "@/components/synthesise/finding/statement-fields";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { Form } from "@/components/ui/form/form";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { Stance } from "@/lib/capture/contribution/stance";
import { firstWording, usualStance } from "@/lib/synthesise/board/proposed-group";
import { startFromGroup } from "../actions";

type Props = {
  /** Counted from 1. */
  place: number;
  /** The most central one first. */
  contributions: readonly Contribution[];
  /** Those that people set on them under the theme. */
  stances: readonly Stance[];
  of: { reviewId: string; themeId: string };
};

/** A group with a first wording: a person rewords it, and starts a finding from what is ticked. */
export function ProposedGroupForm({ place, contributions, stances, of }: Props) {
  const heading = `group-${place}`;
  return (
    <section aria-labelledby={heading} className="border-t border-line pt-5">
      <h2 id={heading}>
        Group {place}{" "}
        <span className="text-meta font-normal text-soft">{contributions.length} contributions</span>
      </h2>
      <Form
        action={startFromGroup}
        submitLabel={`Start a finding from group ${place}`}
        className="mt-3 lg:[&>div.grid]:grid-cols-2 lg:[&>div.grid]:gap-x-10"
      >
        <input type="hidden" name="reviewId" value={of.reviewId} />
        <input type="hidden" name="themeId" value={of.themeId} />
        <AttachFields label="Which of these say the same?">
          <ul>
            {contributions.map((contribution) => (
              <ChosenContribution
                key={contribution.id}
                id={contribution.id}
                who={contribution.speaker?.label ?? "an unknown speaker"}
                chosen
              >
                <ContributionWords contribution={shownContribution(contribution)} />
              </ChosenContribution>
            ))}
          </ul>
        </AttachFields>
        <div className="grid content-start gap-6">
          <StatementFields
            label="Statement, to be reworded"
            finding={{ text: firstWording(contributions[0]?.text ?? ""), stance: usualStance(stances) }}
          />
        </div>
      </Form>
    </section>
  );
}
