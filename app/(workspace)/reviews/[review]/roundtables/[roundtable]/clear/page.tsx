import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ClearForm } from "@/components/capture/clearance/clear-form";
import { ClearanceKeys } from "@/components/capture/clearance/clearance-keys";
import { suggestedWords } from "@/components/capture/clearance/suggested-words";
import { UndoClearance } from "@/components/capture/clearance/undo-clearance";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { getClearancePass } from "@/lib/capture/clearance/queries/clearance-pass";
import { suggestFor } from "@/lib/capture/clearance/queries/suggested-masks";
import { type Contribution } from "@/lib/capture/contribution/contribution";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { getProgress } from "@/lib/capture/roundtable/queries/roundtables";
import { Refusal } from "@/lib/platform/errors";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { countOf } from "@/lib/platform/text/count-words";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "../read-roundtable";
import { clearAndGoOn, undoLast } from "./actions";

export const metadata: Metadata = { title: "Clear for reviewers" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/clear">;

const optional = z.uuid().optional().catch(undefined);
/** Where clearing continues, and which contribution was cleared last. */
const PassAddress = z
  .object({ at: optional, past: optional, cleared: optional })
  .transform(({ at, past, cleared }) => ({
    ...(at ? { at } : {}),
    ...(past ? { past } : {}),
    ...(cleared ? { cleared } : {}),
  }));

export default async function ClearQueue({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const place = PassAddress.parse(query);
  const where = { reviewId: review.id, roundtableId: roundtable.id };
  const pass = await forPage(getClearancePass(viewer, where, place));
  const { contribution, position, total, previousId, nextId } = pass;
  const last = place.cleared ? await ifThere(getContribution(viewer, place.cleared)) : null;
  const here = roundtableHref(slugs, "clear");
  const empty = total === 0 && (await getProgress(viewer, roundtable.id)).contributions === 0;
  const found = contribution ? await suggestFor(viewer, review.id, contribution.text) : null;
  return (
    <>
      <PageHeader
        title="Clear for reviewers"
        breadcrumb={[...crumbs, { label: "Clear" }]}
        meta={
          total === 0
            ? "Nothing left to clear"
            : `${countOf(total, "contribution")} left to clear${contribution && position > 1 ? `. This is number ${position}` : ""}`
        }
      />
      <ClearanceKeys
        key={contribution?.id ?? "end"}
        label={contribution ? "The contribution to clear" : "End of the list"}
        focused={Object.keys(query).length > 0}
      >
        {last?.clearance && (
          <UndoClearance
            action={undoLast.bind(null, slugs)}
            contribution={{ id: last.id, cleared: last.clearance.text }}
            changeHref={`/reviews/${review.slug}/contributions/${last.id}/clear`}
          />
        )}
        {contribution ? (
          <section aria-labelledby="contribution">
            <h2 id="contribution" className="text-subheading">
              {whoOf(contribution)}
            </h2>
            <p className="mb-3 text-meta text-soft">{permissionOf(contribution)}</p>
            <ClearForm
              key={`${contribution.id} ${contribution.revision}`}
              action={clearAndGoOn.bind(null, slugs)}
              contribution={contribution}
              masks={[]}
              suggestions={suggestedWords(contribution.text, found?.suggestions ?? [])}
              problem={found?.problem ?? null}
              submitLabel="Clear and next"
              pass={{ nextId }}
              actions={
                <Ways here={here} contributionId={contribution.id} previousId={previousId} nextId={nextId} />
              }
            />
          </section>
        ) : (
          <End here={here} total={total} empty={empty} slugs={slugs} />
        )}
      </ClearanceKeys>
    </>
  );
}

type WaysProps = { here: string; contributionId: string; previousId: string | null; nextId: string | null };

/** Links to the next contribution, or back, without a decision. */
function Ways({ here, contributionId, previousId, nextId }: WaysProps) {
  return (
    <>
      <Link
        href={nextId ? `${here}?at=${nextId}` : `${here}?past=${contributionId}`}
        data-key="n"
        aria-keyshortcuts="n"
      >
        Skip for now
      </Link>
      {previousId && (
        <Link href={`${here}?at=${previousId}`} data-key="p" aria-keyshortcuts="p">
          Previous
        </Link>
      )}
    </>
  );
}

type EndProps = { here: string; total: number; empty: boolean; slugs: RoundtableSlugs };

function End({ here, total, empty, slugs }: EndProps) {
  if (total === 0)
    return (
      <EmptyState
        title={empty ? "Nothing has been logged yet" : "Every contribution is cleared"}
        action={<Link href={roundtableHref(slugs)}>Back to the roundtable</Link>}
      >
        New and edited contributions will appear here. Only facilitators can ever read hosts’ remarks and
        notes.
      </EmptyState>
    );
  return (
    <form action={here}>
      <p className="mb-4">
        You have been through the list. You left {countOf(total, "contribution")} for later.
      </p>
      <Button type="submit" data-key="n">
        Start again from the first contribution
      </Button>
    </form>
  );
}

function whoOf({ speaker, source }: Contribution): string {
  return speaker ? [speaker.label, speaker.description].filter(Boolean).join(", ") : SOURCE_WORDS[source];
}

function permissionOf({ permission, source }: Contribution): string {
  if (source !== PARTICIPANTS_SAID[0])
    return "We do not know the speaker, so there is no permission. Reviewers cannot read this contribution.";
  const words = permission ? PERMISSION_WORDS[permission] : NO_PERMISSION;
  return permission === "verbatim"
    ? `Permission: ${words.toLowerCase()}.`
    : `Permission: ${words.toLowerCase()}. Reviewers cannot read it unless that changes.`;
}

/** What was cleared last; null where it does not exist. A fault stays one. */
async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "not-found") return null;
    throw error;
  }
}
