import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { ClearForm } from "@/components/capture/clearance/clear-form";
import { ClearanceKeys } from "@/components/capture/clearance/clearance-keys";
import { suggestedWords } from "@/components/capture/clearance/suggested-words";
import { UndoClearance } from "@/components/capture/clearance/undo-clearance";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { getClearancePass, suggestFor } from "@/lib/capture/clearance/queries/clearance-pass";
import { type Line } from "@/lib/capture/contribution/contribution";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { getLine } from "@/lib/capture/contribution/queries/lines";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { getProgress } from "@/lib/capture/roundtable/queries/roundtables";
import { PARTICIPANTS_SAID } from "@/lib/capture/roundtable/source";
import { countOf } from "@/lib/platform/count-words";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "../read-roundtable";
import { clearAndGoOn, undoLast } from "./actions";

export const metadata: Metadata = { title: "Clear for reviewers" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/clear">;

const optional = z.uuid().optional().catch(undefined);
/** Where the pass goes on, and which line was cleared last. */
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
  const { line, position, total, previousId, nextId } = pass;
  const last = place.cleared ? await getLine(viewer, place.cleared).catch(() => null) : null;
  const here = roundtableHref(slugs, "clear");
  const empty = total === 0 && (await getProgress(viewer, roundtable.id)).lines === 0;
  const suggestions = line ? suggestedWords(line.text, await suggestFor(viewer, review.id, line.text)) : [];
  return (
    <>
      <PageHeader
        title="Clear for reviewers"
        breadcrumb={[...crumbs, { label: "Clear" }]}
        meta={
          total === 0
            ? "Nothing left to clear"
            : `${line ? `${position} of ` : ""}${countOf(total, "line")} to clear`
        }
      />
      <ClearanceKeys
        key={line?.id ?? "end"}
        label={line ? "The line to clear" : "End of the list"}
        focused={Object.keys(query).length > 0}
      >
        {last?.clearance && (
          <UndoClearance
            action={undoLast.bind(null, slugs)}
            line={{ id: last.id, cleared: last.clearance.text }}
            changeHref={`/reviews/${review.slug}/contributions/${last.id}/clear`}
          />
        )}
        {line ? (
          <section aria-labelledby="line">
            <h2 id="line" className="text-subheading">
              {whoOf(line)}
            </h2>
            <p className="mb-3 text-meta text-soft">{permissionOf(line)}</p>
            <ClearForm
              key={`${line.id} ${line.revision}`}
              action={clearAndGoOn.bind(null, slugs)}
              line={line}
              masks={[]}
              suggestions={suggestions}
              submitLabel="Clear and next"
              pass={{ nextId }}
              actions={<Ways here={here} lineId={line.id} previousId={previousId} nextId={nextId} />}
            />
          </section>
        ) : (
          <End here={here} total={total} empty={empty} slugs={slugs} />
        )}
      </ClearanceKeys>
    </>
  );
}

type WaysProps = { here: string; lineId: string; previousId: string | null; nextId: string | null };

/** Past this line to the next one, or back, without deciding. */
function Ways({ here, lineId, previousId, nextId }: WaysProps) {
  return (
    <>
      <Link
        href={nextId ? `${here}?at=${nextId}` : `${here}?past=${lineId}`}
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
        title={empty ? "Nothing has been logged yet" : "Every line is cleared"}
        action={<Link href={roundtableHref(slugs)}>Back to the roundtable</Link>}
      >
        New and edited lines will appear here. Only facilitators can ever read hosts’ remarks and notes.
      </EmptyState>
    );
  return (
    <form action={here}>
      <p className="mb-4">You have been through the list. {countOf(total, "line")} you left for later.</p>
      <Button type="submit" data-key="n">
        Start again from the first line
      </Button>
    </form>
  );
}

function whoOf({ speaker, source }: Line): string {
  return speaker ? [speaker.label, speaker.description].filter(Boolean).join(", ") : SOURCE_WORDS[source];
}

function permissionOf({ permission, source }: Line): string {
  if (source !== PARTICIPANTS_SAID[0])
    return "We do not know the speaker, so there is no permission. Reviewers cannot read this line.";
  const words = permission ? PERMISSION_WORDS[permission] : NO_PERMISSION;
  return permission === "verbatim"
    ? `Permission: ${words.toLowerCase()}.`
    : `Permission: ${words.toLowerCase()}. Reviewers cannot read it unless that changes.`;
}
