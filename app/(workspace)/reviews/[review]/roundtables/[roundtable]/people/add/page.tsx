import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listOtherPeople, listParticipants } from "@/lib/capture/people/queries/participants";
import { findSchool } from "@/lib/capture/people/queries/schools";
import { readRoundtable, roundtableHref } from "../../read-roundtable";
import { urnOf } from "../chosen-school";
import { AddParticipant } from "./add-participant";

export const metadata: Metadata = { title: "Add a participant" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/add">;

/** One person with all that can be said of them; several are sooner added in the table or from a list. */
export default async function Add({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const people = roundtableHref(slugs, "people");
  const urn = urnOf(query.school);
  const [others, participants, school] = await Promise.all([
    listOtherPeople(viewer, review.id, roundtable.id),
    typeof query.registered === "string" ? listParticipants(viewer, roundtable.id) : [],
    urn === null ? null : findSchool(viewer, urn),
  ]);
  const before = participants.find(({ label }) => label === query.registered)?.label ?? null;
  return (
    <>
      <PageHeader
        title="Add a participant"
        breadcrumb={[...crumbs, { label: "People", href: people }, { label: "Add" }]}
        meta="Fill in what you know. You can change it later."
      />
      <div role="status" className="not-empty:mb-6">
        {before && (
          <Notice tone="success" title={`${before} is registered`}>
            You can add another participant now, or <Link href={people}>go back to the people</Link>.
          </Notice>
        )}
      </div>
      <AddParticipant
        key={before}
        slugs={slugs}
        roundtableId={roundtable.id}
        others={others}
        school={school}
        again={before !== null}
      />
    </>
  );
}
