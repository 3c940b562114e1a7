import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { canBecome } from "@/lib/tag/rounds/coding-round";
import type { Round } from "@/lib/tag/rounds/queries/rounds";
import { abandon, reopen } from "../actions";

type Props = { round: Round; reviewSlug: string };

/** What only the lead can do with a round: reopen or abandon it. */
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
        <Details summary="Reopen this round">
          <p className="mb-3">
            Decisions stay until somebody changes them. Where the coders agreed, their agreement no longer
            takes priority until the round is settled again. The agreement figures do not change.
          </p>
          <Form action={reopen} submitLabel="Reopen" submitVariant="quiet">
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
            ? "The decisions no longer count. What the coders set counts, like any theme on a contribution. Reports print no figures from this round."
            : blind
              ? "What the coders have set so far stays hidden and does not count."
              : "What the coders have set so far stays on the contributions and counts."}{" "}
          You cannot restart an abandoned round.
        </p>
        <Form action={abandon} submitLabel="Abandon the round" submitVariant="danger">
          {which}
        </Form>
      </Details>
    </div>
  );
}
