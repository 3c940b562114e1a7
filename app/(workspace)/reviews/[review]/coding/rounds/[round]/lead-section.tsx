import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import { canBecome } from "@/lib/tag/coding-round";
import type { Round } from "@/lib/tag/queries/rounds";
import { abandon, reopen } from "../actions";

type Props = { round: Round; reviewSlug: string };

/** What only the lead can do with a round: open it again, or give it up. */
export function LeadSection({ round, reviewSlug }: Props) {
  const { id, number, state, blind, codedAt } = round;
  const which = (
    <>
      <input type="hidden" name="roundId" value={id} />
      <input type="hidden" name="reviewSlug" value={reviewSlug} />
      <input type="hidden" name="number" value={number} />
    </>
  );
  if (state === "settled")
    return (
      <div className="mt-10 border-t border-line pt-6">
        <Details summary="Open this round again">
          <p className="mb-3">
            Decisions with a reason stay until somebody decides otherwise. What the coders merely agreed on
            prevails no longer until the round is settled again. The figures of agreement stay as they are.
          </p>
          <Form action={reopen} submitLabel="Open again" submitVariant="quiet">
            {which}
          </Form>
        </Details>
      </div>
    );
  if (!canBecome(state, "abandoned")) return null;
  return (
    <div className="mt-10 border-t border-line pt-6">
      <Details summary="Abandon this round">
        <p className="mb-3">
          {codedAt
            ? "What was decided counts no longer; what the coders set does, like any theme on a line. Reports print no figure of it."
            : blind
              ? "What its coders have set so far stays apart and counts nowhere."
              : "What its coders have set so far stays on the lines and counts."}{" "}
          An abandoned round cannot be taken up again.
        </p>
        <Form action={abandon} submitLabel="Abandon the round" submitVariant="danger">
          {which}
        </Form>
      </Details>
    </div>
  );
}
