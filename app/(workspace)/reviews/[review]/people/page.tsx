import type { Metadata } from "next";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import type { MatchedPerson } from "@/lib/capture/people/person";
import {
  pairKey,
  REASON_WORDS,
  type ComparedPerson,
  type PossibleMatch,
} from "@/lib/capture/people/person-match";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listMatches } from "@/lib/capture/people/queries/people";
import { countOf } from "@/lib/platform/text/count-words";
import { match, separate, markDifferent } from "./actions";

export const metadata: Metadata = { title: "People at several roundtables" };

export default async function MatchPeople({ params }: PageProps<"/reviews/[review]/people">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const { possible, differentPeople, matched } = await forPage(listMatches(viewer, review.id));
  return (
    <>
      <PageHeader
        title="People at several roundtables"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "People" }]}
        meta="Somebody who came twice counts as one person in the review’s figures. You decide who is the same."
      />
      <div className="mb-8">
        <Notice title="names are shown">The audit log records that you looked at them.</Notice>
      </div>
      <div className="grid gap-12">
        <section aria-labelledby="possible">
          <h2 id="possible" className="mb-4">
            {possible.length === 0 ? "May be the same person" : `May be the same person (${possible.length})`}
          </h2>
          {possible.length === 0 ? (
            <EmptyState title="There is nobody to decide about">
              No two people at different roundtables share a name or an email address.
            </EmptyState>
          ) : (
            <ul className="border-t border-line">
              {possible.map((pair) => (
                <Pair key={pairKey(pair.people[0].id, pair.people[1].id)} pair={pair} />
              ))}
            </ul>
          )}
        </section>
        {differentPeople.length > 0 && (
          <Details summary={`Decided: two people (${differentPeople.length})`}>
            <ul>
              {differentPeople.map((pair) => (
                <Pair key={pairKey(pair.people[0].id, pair.people[1].id)} pair={pair} decided />
              ))}
            </ul>
          </Details>
        )}
        {matched.length > 0 && (
          <section aria-labelledby="matched">
            <h2 id="matched" className="mb-4">
              Decided: the same person
            </h2>
            <ul className="border-t border-line">
              {matched.map((one) => (
                <Matched key={one.id} matched={one} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

type PairProps = { pair: PossibleMatch; decided?: boolean };

function Pair({ pair: { people, reasons }, decided }: PairProps) {
  const [one, other] = people;
  const ids = (
    <>
      <input type="hidden" name="personId" value={one.id} />
      <input type="hidden" name="otherId" value={other.id} />
    </>
  );
  return (
    <li className="border-b border-faint py-5">
      <p className="font-semibold">{reasons.map((reason) => REASON_WORDS[reason]).join(". ")}</p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <Person person={one} />
        <Person person={other} />
      </div>
      <div className="mt-4 flex flex-wrap items-start gap-4">
        <Form
          action={match}
          submitLabel={decided ? "The same person after all" : "The same person"}
          submitVariant={decided ? "quiet" : "primary"}
          className="[&>div.mt-7]:mt-0"
        >
          {ids}
        </Form>
        {!decided && (
          <Form
            action={markDifferent}
            submitLabel="Two people"
            submitVariant="quiet"
            className="[&>div.mt-7]:mt-0"
          >
            {ids}
          </Form>
        )}
      </div>
    </li>
  );
}

function Person({ person: { name, organisation, email, places } }: { person: ComparedPerson }) {
  return (
    <div className="min-w-0">
      <p>{[name, organisation].filter(Boolean).join(", ")}</p>
      {email && <p className="text-meta break-all">{email}</p>}
      <ul className="text-meta text-soft">
        {places.map(({ participantId, label, roundtable }) => (
          <li key={participantId}>
            {label} at {roundtable}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Matched({ matched: { id, name, as, roundtables } }: { matched: MatchedPerson }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-4 border-b border-faint py-4">
      <div className="min-w-0">
        <p>
          {name ?? "Somebody without a name"}, also registered as {as ?? "somebody without a name"}
        </p>
        <p className="text-meta text-soft">
          {countOf(roundtables.length, "roundtable")}: {roundtables.join(", ")}
        </p>
      </div>
      <Form
        action={separate}
        submitLabel="Separate them again"
        submitVariant="quiet"
        className="[&>div.mt-7]:mt-0"
      >
        <input type="hidden" name="personId" value={id} />
      </Form>
    </li>
  );
}
