import type { Metadata } from "next";
import Link from "next/link";
import { ClearForm } from "@/components/capture/clear-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Quote } from "@/components/ui/quote";
import { forPage } from "@/lib/access/page";
import { PARTICIPANTS_SAID, type Line } from "@/lib/capture/contribution";
import { getLine, listLines } from "@/lib/capture/queries/lines";
import { countOf, NO_PERMISSION, PERMISSION_WORDS, SOURCE_WORDS } from "@/lib/capture/words";
import { z } from "zod";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { clearAndGoOn } from "./actions";

export const metadata: Metadata = { title: "Clear for reviewers" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/clear">;

export default async function ClearQueue({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const after = z.uuid().safeParse(query.after);
  const waiting = { reviewId: review.id, roundtableId: roundtable.id, uncleared: true, take: 1 };
  const { lines, total } = await forPage(
    listLines(viewer, { ...waiting, ...(after.success ? { after: after.data } : {}) }),
  );
  const [line] = lines;
  const cleared = z.uuid().safeParse(query.cleared);
  const last = cleared.success ? await getLine(viewer, cleared.data).catch(() => null) : null;
  const here = roundtableHref(slugs, "clear");
  return (
    <>
      <PageHeader
        title="Clear for reviewers"
        breadcrumb={[...crumbs, { label: "Clear" }]}
        meta={total === 0 ? "Nothing waits" : `${countOf(total, "line")} to clear`}
      />
      {last?.clearance && (
        <div className="mb-8">
          <Notice tone="success" title="cleared">
            <Quote
              source={
                <Link href={`/reviews/${review.slug}/contributions/${last.id}/clear`}>Change this</Link>
              }
            >
              {last.clearance.text}
            </Quote>
          </Notice>
        </div>
      )}
      {line ? (
        <section aria-labelledby="line">
          <h2 id="line" className="text-subheading">
            {whoOf(line)}
          </h2>
          <p className="mb-3 text-meta text-soft">{permissionOf(line)}</p>
          <ClearForm
            key={line.id}
            action={clearAndGoOn.bind(null, slugs)}
            line={line}
            masks={[]}
            submitLabel="Clear and next"
            actions={<Link href={`${here}?after=${line.id}`}>Leave it for later</Link>}
          />
        </section>
      ) : total > 0 ? (
        <form action={here}>
          <p className="mb-4">You have been through the list. {countOf(total, "line")} you left for later.</p>
          <Button type="submit">Begin again from the first</Button>
        </form>
      ) : (
        <EmptyState title="Every line is cleared">
          Lines that are logged or edited from now on wait here. Host’s remarks and notes never leave the
          facilitators.
        </EmptyState>
      )}
    </>
  );
}

function whoOf({ speaker, source }: Line): string {
  return speaker ? [speaker.label, speaker.description].filter(Boolean).join(", ") : SOURCE_WORDS[source];
}

function permissionOf({ permission, source }: Line): string {
  if (source !== PARTICIPANTS_SAID[0])
    return "No speaker is known, so no permission either: reviewers will not read it.";
  const words = permission ? PERMISSION_WORDS[permission] : NO_PERMISSION;
  return permission === "verbatim"
    ? `Permission: ${words.toLowerCase()}.`
    : `Permission: ${words.toLowerCase()}. Reviewers will not read it unless that changes.`;
}
