import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/form/field";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import {
  LEAST_NOTICE_DAYS,
  MAX_MONTHS,
  NOTICE_DAYS,
  type Retained,
} from "@/lib/capture/protection/retention";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate, formatInstant } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { keepFor } from "./actions";

type Props = {
  review: Review;
  /** The retention period in months, as it is set. */
  kept: number;
  /** With the present period, or as a preview of another one. */
  shown: { months: number; roundtables: Retained[] };
};

/** When each roundtable's personal data is deleted, and how much of it there is. */
export function RetentionSection({ review, kept, shown }: Props) {
  const here = `/reviews/${review.slug}/protection`;
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">How long personal data is kept</h2>
      <p className="mt-1 mb-4 max-w-measure text-soft">
        {countOf(kept, "month")} after a roundtable, we delete its words, and the names and descriptions of
        people who do not come to a later one. We tell you {NOTICE_DAYS} days before. A mark replaces the
        words and the names where findings, memos, comments and reports repeat them. Counts and releases stay.
      </p>
      {shown.months !== kept && <TryOut review={review} months={shown.months} here={here} />}
      {shown.roundtables.length === 0 ? (
        <p>No roundtable has been planned yet.</p>
      ) : (
        <Table
          caption={`Due for deletion after ${countOf(shown.months, "month")}`}
          columns={[
            { label: "Roundtable" },
            { label: "Due date" },
            { label: "Contributions", numeric: true },
            { label: "People", numeric: true },
            { label: "State" },
          ]}
          rows={shown.roundtables.map((one) => ({
            key: one.roundtableId,
            cells: [
              <Link key="title" href={`/reviews/${review.slug}/roundtables/${one.slug}`}>
                {one.title}
              </Link>,
              formatDate(one.dueOn),
              one.contributions.toLocaleString("en-GB"),
              one.people.toLocaleString("en-GB"),
              stateOf(one),
            ],
          }))}
        />
      )}
      <form action={here} className="mt-6 flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="months" className="block font-semibold">
            Try another length, in months
          </label>
          <p id="months-hint" className="mt-1 text-meta text-soft">
            1 to {MAX_MONTHS}. Nothing changes until you save it.
          </p>
          <input
            id="months"
            name="months"
            inputMode="numeric"
            defaultValue={shown.months}
            aria-describedby="months-hint"
            className={`${CONTROL} mt-1.5 w-24 tabular-nums`}
          />
        </div>
        <Button type="submit" variant="quiet">
          Preview
        </Button>
      </form>
    </section>
  );
}

function TryOut({ review, months, here }: { review: Review; months: number; here: string }) {
  return (
    <div className="mb-6">
      <Notice title={`preview with ${countOf(months, "month")}`}>
        <Form
          action={keepFor}
          submitLabel={`Keep personal data for ${countOf(months, "month")}`}
          actions={<Link href={here}>Cancel</Link>}
        >
          <input type="hidden" name="reviewId" value={review.id} />
          <input type="hidden" name="months" value={months} />
          <p>
            The table below shows what would be deleted. Anything already due is deleted {LEAST_NOTICE_DAYS}{" "}
            days after the notice, at the earliest.
          </p>
        </Form>
      </Notice>
    </div>
  );
}

function stateOf({ deletedAt, deletedOn, noticedAt, held, contributions, people }: Retained): string {
  if (deletedAt) return `Deleted on ${formatInstant(deletedAt)}`;
  if (held === "everybody") return "Held";
  if (held > 0) return `On hold, for ${countOf(held, "person", "people")}`;
  if (contributions === 0 && people === 0) return "Nothing to delete";
  if (deletedOn && noticedAt)
    return `Will be deleted on ${formatDate(deletedOn)}. Notice sent on ${formatInstant(noticedAt)}`;
  return "Kept";
}
