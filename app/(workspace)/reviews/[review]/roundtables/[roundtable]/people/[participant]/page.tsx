import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ParticipantFields } from "@/components/capture/people/participant-fields";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { listIdentities, listOpenTables } from "@/lib/capture/people/queries/participants";
import { getLinkExpiry } from "@/lib/capture/permission/queries/permission-links";
import { findSchool } from "@/lib/capture/people/queries/schools";
import { countOf } from "@/lib/platform/text/count-words";
import { roundtableHref } from "../../read-roundtable";
import { change } from "../actions";
import { urnOf } from "../chosen-school";
import { NameSection } from "./name-section";
import { PermissionSection } from "./permission-section";
import { readParticipant } from "./read-participant";
import { SeatSection } from "./seat-section";

export const metadata: Metadata = { title: "Participant" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]">;

export default async function ParticipantPage({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs, participant } = await readParticipant(params);
  const { id, personId, label, erased, description, contributions } = participant;
  const here = roundtableHref(slugs, `people/${id}`);
  const query = await searchParams;
  const subject = { reviewId: review.id };
  const named = can(viewer, "identity.read", subject) && query.names === "1";
  const identity = named ? (await forPage(listIdentities(viewer, roundtable.id))).get(id) : undefined;
  const urn = urnOf(query.school);
  const school = urn === null ? null : await findSchool(viewer, urn);
  const expiresAt = await getLinkExpiry(viewer, id);
  const tables = await listOpenTables(viewer, roundtable.id);
  const list = `/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}&speaker=${id}`;
  return (
    <>
      <PageHeader
        title={label}
        breadcrumb={[...crumbs, { label }]}
        meta={description}
        actions={contributions > 0 && <Link href={list}>{countOf(contributions, "contribution")}</Link>}
      />
      {erased ? (
        <Notice title="erased at their request">
          Their words, name and description are gone. They still count as present.
        </Notice>
      ) : (
        <div className="grid gap-12">
          <PermissionSection slugs={slugs} participant={participant} linkExpiresAt={expiresAt} />
          <section aria-labelledby="description">
            <h2 id="description" className="mb-1">
              Description
            </h2>
            <p className="mb-4 max-w-measure text-meta text-soft">
              This describes the person at this roundtable. Earlier descriptions are kept.
            </p>
            <Form action={change.bind(null, slugs)} submitLabel="Save description">
              <input type="hidden" name="id" value={id} />
              <ParticipantFields participant={participant} known={school ?? undefined} />
            </Form>
          </section>
          <SeatSection participant={participant} tables={tables} />
          {can(viewer, "identity.read", subject) && (
            <NameSection
              slugs={slugs}
              participantId={id}
              personId={personId}
              named={named}
              identity={identity}
              school={school}
            />
          )}
          {can(viewer, "person.leave", subject) && (
            <section aria-labelledby="leave">
              <h2 id="leave" className="mb-2">
                Leaving
              </h2>
              <p className="max-w-measure">
                If this person no longer takes part,{" "}
                <Link href={`${here}/leave`}>see what changes and record that they left</Link>.
              </p>
            </section>
          )}
          {can(viewer, "person.erase", subject) && (
            <section aria-labelledby="erase">
              <h2 id="erase" className="mb-2">
                Erasure
              </h2>
              <p className="max-w-measure">
                If this person asks for their words to be removed,{" "}
                <Link href={`${here}/erase`}>see what would be removed and erase it</Link>.
              </p>
            </section>
          )}
        </div>
      )}
    </>
  );
}
