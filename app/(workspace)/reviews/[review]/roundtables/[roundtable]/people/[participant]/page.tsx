import type { Metadata } from "next";
import Link from "next/link";
import { ParticipantFields } from "@/components/capture/participant-fields";
import { PermissionField } from "@/components/capture/permission-fields";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { PERMISSION_MEANS, type PastPermission } from "@/lib/capture/participant";
import { listIdentities } from "@/lib/capture/queries/participants";
import { countOf, MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/words";
import { formatInstant } from "@/lib/platform/dates";
import { roundtableHref } from "../../read-roundtable";
import { change, name, permit } from "../actions";
import { readParticipant } from "./read-participant";

export const metadata: Metadata = { title: "Participant" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/[participant]">;

export default async function ParticipantPage({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs, participant } = await readParticipant(params);
  const { id, personId, label, erased, description, lines, permission, permissions } = participant;
  const here = roundtableHref(slugs, `people/${id}`);
  const subject = { reviewId: review.id };
  const named = can(viewer, "identity.read", subject) && (await searchParams).names === "1";
  const identity = named ? (await forPage(listIdentities(viewer, roundtable.id))).get(id) : undefined;
  const list = `/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}&speaker=${id}`;
  return (
    <>
      <PageHeader
        title={label}
        breadcrumb={[...crumbs, { label }]}
        meta={description}
        actions={lines > 0 && <Link href={list}>{countOf(lines, "contribution")}</Link>}
      />
      {erased ? (
        <Notice title="erased at their request">
          Their words, name and description are gone. They still count as present.
        </Notice>
      ) : (
        <div className="grid gap-12">
          <section aria-labelledby="permission">
            <h2 id="permission" className="mb-4">
              Permission
            </h2>
            <Form action={permit} submitLabel="Record permission">
              <input type="hidden" name="participantId" value={id} />
              <PermissionField name="level" level={permission} />
              <Select
                name="means"
                label="How they said so"
                options={PERMISSION_MEANS.map((value) => ({ value, label: MEANS_WORDS[value] }))}
              />
            </Form>
            <PermissionHistory permissions={permissions} />
          </section>
          <section aria-labelledby="description">
            <h2 id="description" className="mb-1">
              Description
            </h2>
            <p className="mb-4 max-w-measure text-meta text-soft">
              As they were at this roundtable. What was recorded before is kept.
            </p>
            <Form action={change.bind(null, slugs)} submitLabel="Save description">
              <input type="hidden" name="id" value={id} />
              <ParticipantFields participant={participant} />
            </Form>
          </section>
          {can(viewer, "identity.read", subject) && (
            <section aria-labelledby="name">
              <h2 id="name" className="mb-4">
                Name
              </h2>
              {named ? (
                <Form action={name.bind(null, slugs)} submitLabel="Save name">
                  <input type="hidden" name="personId" value={personId} />
                  <TextInput
                    name="name"
                    label="Name"
                    optional
                    autoComplete="off"
                    defaultValue={identity?.name}
                  />
                  <TextInput
                    name="organisation"
                    label="Organisation"
                    optional
                    autoComplete="off"
                    {...(identity?.organisation ? { defaultValue: identity.organisation } : {})}
                  />
                </Form>
              ) : (
                <p className="max-w-measure">
                  Kept apart from what was said.{" "}
                  <Link href={`${here}?names=1#name`}>Show and change the name</Link>, which the audit log
                  will say.
                </p>
              )}
            </section>
          )}
          {can(viewer, "person.erase", subject) && (
            <section aria-labelledby="erase">
              <h2 id="erase" className="mb-2">
                Erasure
              </h2>
              <p className="max-w-measure">
                Where somebody asks for their words to be removed:{" "}
                <Link href={`${here}/erase`}>see what would go, and erase</Link>.
              </p>
            </section>
          )}
        </div>
      )}
    </>
  );
}

function PermissionHistory({ permissions }: { permissions: readonly PastPermission[] }) {
  if (permissions.length === 0) return null;
  return (
    <div className="mt-5">
      <Details summary={`History of permission (${permissions.length})`}>
        <ul className="grid gap-2">
          {permissions.map(({ id, level, means, wording, from, until }) => (
            <li key={id}>
              {PERMISSION_WORDS[level]}
              <span className="block text-meta text-soft">
                From {formatInstant(from)}
                {until ? ` to ${formatInstant(until)}` : ""}. {MEANS_WORDS[means]}, wording {wording}.
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
