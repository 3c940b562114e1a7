import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import type { Round } from "@/lib/tag/rounds/queries/rounds";
import { settle } from "../actions";

type Props = { round: Round; reviewSlug: string };

/** The last step, when nothing is left to decide. */
export function SettleSection({ round, reviewSlug }: Props) {
  return (
    <div className="mt-8">
      <Notice title="all differences are decided">
        <p>
          Once you settle the round, only its decisions and what its coders agreed on count for its
          contributions. Themes that somebody else set there, and that none of the coders found, no longer
          count.
        </p>
        <Form action={settle} submitLabel="Settle the round" className="mt-1 [&>div:last-child]:mt-3">
          <input type="hidden" name="roundId" value={round.id} />
          <input type="hidden" name="reviewSlug" value={reviewSlug} />
          <input type="hidden" name="number" value={round.number} />
        </Form>
      </Notice>
    </div>
  );
}
