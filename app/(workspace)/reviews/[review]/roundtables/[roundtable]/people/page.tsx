import type { Metadata } from "next";
import Link from "next/link";
import { ParticipantFields } from "@/components/capture/participant-fields";
import { PermissionField } from "@/components/capture/permission-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/text-input";
import { can } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import type { IdentityOf, Participant } from "@/lib/capture/participant";
import { listIdentities, listOtherPeople, listParticipants } from "@/lib/capture/queries/participants";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/words";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { register } from "./actions";

export const metadata: Metadata = { title: "People" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people">;

export default async function People({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const participants = await listParticipants(viewer, roundtable.id);
  const mayName = can(viewer, "identity.read", { reviewId: review.id });
  const named = mayName && (await searchParams).names === "1";
  const names = named ? await forPage(listIdentities(viewer, roundtable.id)) : null;
  const others = await listOtherPeople(viewer, review.id, roundtable.id);
  const here = roundtableHref(slugs, "people");
  const present = participants.filter((one) => one.present && !one.host).length;
  return (
    <>
      <PageHeader
        title="People"
        breadcrumb={[...crumbs, { label: "People" }]}
        meta={`${present} present, ${participants.length} registered, hosts among them`}
        actions={
          mayName &&
          participants.length > 0 && (
            <Link href={named ? here : `${here}?names=1`}>{named ? "Hide names" : "Show names"}</Link>
          )
        }
      />
      {names && (
        <div className="mb-6">
          <Notice title="names are shown">That you looked at them is in the audit log.</Notice>
        </div>
      )}
      {participants.length === 0 ? (
        <EmptyState title="Nobody is registered yet">
          Add those who come, one by one, with the form below. An import adds its speakers by itself.
        </EmptyState>
      ) : (
        <PeopleTable participants={participants} names={names} here={here} />
      )}
      {can(viewer, "participant.register", { reviewId: review.id }) && (
        <section aria-labelledby="add" className="mt-12">
          <h2 id="add" className="mb-4">
            Add a participant
          </h2>
          <Form action={register.bind(null, slugs)} submitLabel="Add participant">
            <input type="hidden" name="roundtableId" value={roundtable.id} />
            {others.length > 0 && (
              <Select
                name="personId"
                label="Somebody the review knows"
                hint="Choose them if they came to another roundtable, so that they count as one person."
                optional
                placeholder="Somebody new"
                options={others.map(({ personId, label, description, roundtable: where }) => ({
                  value: personId,
                  label: [`${label} of ${where}`, description].filter(Boolean).join(": "),
                }))}
              />
            )}
            <TextInput
              name="name"
              label="Name"
              hint="Kept in a table apart from what is said, and shown only when asked for."
              optional
              autoComplete="off"
            />
            <TextInput name="organisation" label="Organisation" optional autoComplete="off" />
            <ParticipantFields />
            <PermissionField name="permission" />
          </Form>
        </section>
      )}
    </>
  );
}

type TableProps = {
  participants: readonly Participant[];
  names: ReadonlyMap<string, IdentityOf> | null;
  here: string;
};

function PeopleTable({ participants, names, here }: TableProps) {
  return (
    <Table
      caption="People at this roundtable"
      captionHidden
      columns={[
        { label: "Label" },
        ...(names ? [{ label: "Name" }] : []),
        { label: "Who they are" },
        { label: "Permits" },
        { label: "Lines", numeric: true },
      ]}
      rows={participants.map((one) => ({
        key: one.id,
        cells: [
          <Link key="label" href={`${here}/${one.id}`}>
            {one.label}
          </Link>,
          ...(names ? [nameOf(names.get(one.id))] : []),
          standing(one),
          one.permission ? PERMISSION_WORDS[one.permission] : NO_PERMISSION,
          one.lines,
        ],
      }))}
    />
  );
}

function nameOf(identity: IdentityOf | undefined): string {
  if (!identity) return "Not given";
  return identity.organisation ? `${identity.name}, ${identity.organisation}` : identity.name;
}

function standing({ host, present, erased, description }: Participant): string {
  if (erased) return "Erased at their request";
  return [host && "Host or official", description || (host ? "" : "Not described"), !present && "not present"]
    .filter(Boolean)
    .join(", ");
}
