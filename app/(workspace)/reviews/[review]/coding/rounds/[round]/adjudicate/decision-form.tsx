import { Checkboxes } from "@/components/ui/checkboxes";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import { Radios } from "@/components/ui/radios";
import { Textarea } from "@/components/ui/textarea";
import { STANCE_ORDER, STANCES } from "@/lib/capture/stance";
import type { Disagreement } from "@/lib/tag/disagreement";
import type { DifferenceDetail } from "@/lib/tag/queries/round-difference";
import type { Round } from "@/lib/tag/queries/rounds";
import { decide } from "../../actions";

type Props = {
  round: Round;
  reviewSlug: string;
  difference: Disagreement;
  detail: DifferenceDetail;
  theme: string;
};

/** Whether the theme is on the line, and why; what was decided before is there to be changed. */
export function DecisionForm({ round, reviewSlug, difference, detail: { decision, choices }, theme }: Props) {
  const set = STANCE_ORDER.filter((stance) => choices.some(({ stances }) => stances.includes(stance)));
  const presence = decision && (decision.stances.length > 0 ? "present" : "absent");
  return (
    <section aria-labelledby="decision" className="mt-8">
      <h2 id="decision" className="mb-4">
        {decision ? "Decide otherwise" : "Decide"}
      </h2>
      <Form action={decide} submitLabel="Save, next difference">
        <input type="hidden" name="roundId" value={round.id} />
        <input type="hidden" name="contributionId" value={difference.contributionId} />
        <input type="hidden" name="themeId" value={difference.themeId} />
        <input type="hidden" name="reviewSlug" value={reviewSlug} />
        <input type="hidden" name="number" value={round.number} />
        <input type="hidden" name="basedOn" value={decision?.id ?? ""} />
        <Radios
          name="decision"
          label={`Is “${theme}” on this line?`}
          options={[
            { value: "present", label: "Yes" },
            { value: "absent", label: "No" },
          ]}
          {...(presence ? { defaultValue: presence } : {})}
        />
        <Checkboxes
          name="stances"
          label="If it is, under which stance?"
          options={STANCE_ORDER.map((stance) => ({
            value: stance,
            label: `${STANCES[stance].sign} ${STANCES[stance].word}`,
          }))}
          defaultValue={decision && decision.stances.length > 0 ? decision.stances : set}
        />
        <Textarea
          name="reason"
          label="Why"
          hint="In a sentence that helps with the next line like this."
          rows={3}
          limit={1000}
          defaultValue={decision?.reason ?? ""}
        />
        <Details summary="The definition needs another look">
          <Textarea
            name="suggestion"
            label="What the codebook should say better"
            optional
            rows={3}
            limit={1800}
          />
        </Details>
      </Form>
    </section>
  );
}
