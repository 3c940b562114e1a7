import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { PermissionCounts } from "@/components/capture/permission/permission-counts";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can, type Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { presentWords } from "@/lib/capture/contribution/counted-words";
import { countPermissions } from "@/lib/capture/people/participant";
import { choosesPermission } from "@/lib/capture/people/permission-choices";
import { listIdentities, listOtherPeople, listParticipants } from "@/lib/capture/people/queries/participants";
import { findSchool } from "@/lib/capture/people/queries/schools";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { AddParticipant } from "./add-participant";
import { urnOf } from "./chosen-school";
import { PeopleSection } from "./people-section";
import { WhatWasDone } from "./what-was-done";

export const metadata: Metadata = { title: "People" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people">;

export default async function People({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const everybody = await listParticipants(viewer, roundtable.id);
  const filtered = query.permission === "none";
  const shown = filtered
    ? everybody.filter((one) => choosesPermission(one) && one.permission === null)
    : everybody;
  const mayName = can(viewer, "identity.read", { reviewId: review.id });
  const named = mayName && query.names === "1";
  const names = named ? await forPage(listIdentities(viewer, roundtable.id)) : null;
  const registers = can(viewer, "participant.register", { reviewId: review.id });
  const here = roundtableHref(slugs, "people");
  const list = filtered ? `${here}?permission=none` : here;
  const present = everybody.filter((one) => one.present && !one.host).length;
  const hosts = everybody.filter((one) => one.host).length;
  const urn = urnOf(query.school);
  return (
    <>
      <PageHeader
        title="People"
        breadcrumb={[...crumbs, { label: "People" }]}
        meta={presentWords({ present, registered: everybody.length - hosts, hosts })}
        actions={
          <>
            {mayName && everybody.length > 0 && (
              <Link href={named ? list : `${list}${filtered ? "&" : "?"}names=1`}>
                {named ? "Hide names" : "Show names"}
              </Link>
            )}
            {registers && everybody.length > 0 && <Link href={`${here}/slips`}>Permission slips</Link>}
            {registers && everybody.length > 0 && <Link href={`${here}/tables`}>Break-out tables</Link>}
            {registers && <Link href={`${here}/attendance`}>Add from a list</Link>}
          </>
        }
      />
      <WhatWasDone query={query} review={review.slug} />
      {names && (
        <div className="mb-6">
          <Notice title="names are shown">The audit log records that you looked at them.</Notice>
        </div>
      )}
      {everybody.length > 0 && (
        <PermissionCounts counts={countPermissions(everybody)} here={here} filtered={filtered} />
      )}
      <PeopleSection
        viewer={viewer}
        reviewId={review.id}
        roundtableId={roundtable.id}
        participants={shown}
        names={names}
      />
      <SeeAlso viewer={viewer} review={review} />
      {registers && (
        <AddParticipant
          slugs={slugs}
          roundtableId={roundtable.id}
          others={await listOtherPeople(viewer, review.id, roundtable.id)}
          school={urn === null ? null : await findSchool(viewer, urn)}
        />
      )}
    </>
  );
}

/** Links that concern the people of all roundtables of the review. */
function SeeAlso({ viewer, review }: { viewer: Viewer; review: { id: string; slug: string } }) {
  const subject = { reviewId: review.id };
  const at = (rest: string) => `/reviews/${review.slug}/${rest}`;
  return (
    <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2 text-meta">
      {can(viewer, "person.match", subject) && <Link href={at("people")}>People at several roundtables</Link>}
      {can(viewer, "wording.change", subject) && (
        <Link href={at("permission-wording")}>Wording of the permission</Link>
      )}
      {can(viewer, "schools.load", subject) && <Link href={at("schools")}>Register of schools</Link>}
    </p>
  );
}
