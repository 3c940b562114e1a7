import { ErasureConsequences } from "@/components/capture/protection/erasure-preview";
import { TraceChoice } from "@/components/capture/protection/trace-choice";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import type { Viewer } from "@/lib/access/policy";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import type { ShownRequest } from "@/lib/capture/protection/queries/protection";
import { formatInstant } from "@/lib/platform/text/dates";
import { decide } from "./actions";

type Props = { viewer: Viewer; reviewHref: string; requests: readonly ShownRequest[] };

/** Erasures that a hold stopped, for the lead to decide; decided ones below. */
export function RequestSection({ viewer, reviewHref, requests }: Props) {
  const waiting = requests.filter(({ decidedAt }) => decidedAt === null);
  const decided = requests.filter(({ decidedAt }) => decidedAt !== null);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">Erasures to decide</h2>
      {waiting.length === 0 && (
        <p className="mt-1 max-w-measure text-soft">
          There are no erasures to decide. If there is no hold, an erasure is done at once on the person’s own
          page.
        </p>
      )}
      <div className="mt-4 grid gap-10">
        {waiting.map((request) => (
          <Waiting key={request.id} viewer={viewer} reviewHref={reviewHref} request={request} />
        ))}
      </div>
      {decided.length > 0 && (
        <div className="mt-4">
          <Details summary={`Decided before (${decided.length})`}>
            <ul className="grid gap-3">
              {decided.map(({ id, person, decidedAt, erased, reason }) => (
                <li key={id}>
                  <p>
                    <b>{person.label}</b>: {erased ? "erased" : "refused"}
                    {decidedAt && ` on ${formatInstant(decidedAt)}`}
                  </p>
                  {reason && <p className="whitespace-pre-line">{reason}</p>}
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </section>
  );
}

type WaitingProps = Omit<Props, "requests"> & { request: ShownRequest };

async function Waiting({ viewer, reviewHref, request }: WaitingProps) {
  const { id, person, requestedAt, by } = request;
  const preview = await previewErasure(viewer, person.personId);
  return (
    <article aria-labelledby={`request-${id}`} className="border-l-3 border-line pl-4">
      <h3 id={`request-${id}`} className="text-subheading">
        {person.label}
      </h3>
      <p className="mb-4 text-meta text-soft">
        Requested by {by} on {formatInstant(requestedAt)}; a hold stopped it.
      </p>
      <Form action={decide} submitLabel="Decide">
        <input type="hidden" name="requestId" value={id} />
        <ErasureConsequences preview={preview} />
        <TraceChoice preview={preview} reviewHref={reviewHref} />
        <Radios
          name="decision"
          label="Your decision"
          options={[
            { value: "refuse", label: "Refuse it", hint: "The words stay. Give a reason, which is kept." },
            { value: "erase", label: "Erase now", hint: "This overrides the hold. You cannot undo it." },
          ]}
        />
        <Textarea
          name="reason"
          label="Reason"
          hint="You need to give a reason if you refuse."
          optional
          rows={3}
          limit={1000}
        />
      </Form>
    </article>
  );
}
