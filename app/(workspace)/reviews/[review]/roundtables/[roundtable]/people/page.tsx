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
import { listIdentities, listParticipants } from "@/lib/capture/people/queries/participants";
import { readRoundtable, roundtableHref } from "../read-roundtable";
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
  const address = (wanted: Record<string, boolean>) =>
    addressOf(here, { ...wanted, "permission=none": filtered });
  const present = everybody.filter((one) => one.present && !one.host).length;
  const hosts = everybody.filter((one) => one.host).length;
  return (
    <>
      <PageHeader
        title="People"
        breadcrumb={[...crumbs, { label: "People" }]}
        meta={presentWords({ present, registered: everybody.length - hosts, hosts })}
        actions={
          <>
            {mayName && everybody.length > 0 && (
              <Link href={address({ "names=1": !named })}>{named ? "Hide names" : "Show names"}</Link>
            )}
            {registers && everybody.length > 0 && <Link href={`${here}/slips`}>Permission slips</Link>}
            {registers && everybody.length > 0 && <Link href={`${here}/tables`}>Break-out tables</Link>}
            {registers && <Link href={`${here}/attendance`}>Add from a list</Link>}
            {registers && <Link href={`${here}/add`}>Add a participant</Link>}
          </>
        }
      />
      <WhatWasDone query={query} review={review.slug} participants={everybody} />
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
        fields={query.fields === "1"}
        fieldsHref={address({ "names=1": named, "fields=1": true })}
      />
      <SeeAlso viewer={viewer} review={review} />
    </>
  );
}

/** The list with these wishes, "names=1" and the like. */
function addressOf(list: string, wishes: Record<string, boolean>): string {
  const wanted = Object.keys(wishes).filter((wish) => wishes[wish]);
  return [list, wanted.join("&")].filter(Boolean).join("?");
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
