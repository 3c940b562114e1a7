import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { Textarea } from "@/components/ui/form/textarea";
import type { Labelled, ShownHold } from "@/lib/capture/protection/queries/protection";
import { formatInstant } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { hold, release } from "./actions";

type Props = { review: Review; holds: readonly ShownHold[]; people: readonly Labelled[] };

export function HoldSection({ review, holds, people }: Props) {
  const lasting = holds.filter(({ until }) => until === null);
  const ended = holds.filter(({ until }) => until !== null);
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">Holds</h2>
      <p className="mt-1 mb-4 max-w-measure text-soft">
        While a hold is in place, nothing it covers is deleted automatically, and you decide every erasure.
      </p>
      {lasting.length === 0 ? (
        <p className="mb-6">There are no holds.</p>
      ) : (
        <ul className="mb-6 border-t border-line">
          {lasting.map((one) => (
            <li
              key={one.id}
              className="grid gap-3 border-b border-faint py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <Told hold={one} />
              <Form action={release} submitLabel={`End the hold on ${subjectOf(one)}`} submitVariant="quiet">
                <input type="hidden" name="id" value={one.id} />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Details summary="Set a hold">
        <Form action={hold} submitLabel="Set the hold">
          <input type="hidden" name="reviewId" value={review.id} />
          <Select
            name="personId"
            label="Who or what it covers"
            placeholder="The whole review"
            optional
            options={people.map(({ personId, label }) => ({ value: personId, label }))}
          />
          <Textarea
            name="reason"
            label="Reason"
            hint="The reason is kept and shown here. Do not include names."
            rows={3}
            limit={1000}
          />
        </Form>
      </Details>
      {ended.length > 0 && (
        <div className="mt-3">
          <Details summary={`Holds that ended (${ended.length})`}>
            <ul className="grid gap-3">
              {ended.map((one) => (
                <li key={one.id}>
                  <Told hold={one} />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </section>
  );
}

function subjectOf({ person }: ShownHold): string {
  return person ? person.label : "the whole review";
}

function Told({ hold }: { hold: ShownHold }) {
  const subject = subjectOf(hold);
  return (
    <div className="min-w-0">
      <p className="font-semibold">{subject.charAt(0).toUpperCase() + subject.slice(1)}</p>
      <p className="max-w-measure whitespace-pre-line">{hold.reason}</p>
      <p className="text-meta text-soft">
        By {hold.by} on {formatInstant(hold.from)}
        {hold.until && `, ended on ${formatInstant(hold.until)}`}
      </p>
    </div>
  );
}
