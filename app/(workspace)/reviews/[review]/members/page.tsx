import type { Metadata } from "next";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { TextInput } from "@/components/ui/form/text-input";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { listMembers } from "@/lib/review/member/queries/members";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { add } from "./actions";
import { RoleForm } from "./role-form";

export const metadata: Metadata = { title: "Members" };

const WHAT_ROLES_DO = [
  {
    value: "facilitator",
    label: ROLE_WORDS.facilitator,
    hint: "Logs and tags what is said, sees names, drafts reports.",
  },
  {
    value: "lead",
    label: ROLE_WORDS.lead,
    hint: "A facilitator who also owns the themes, members, releases and publishing.",
  },
  {
    value: "reviewer",
    label: ROLE_WORDS.reviewer,
    hint: "Reads released figures, cleared evidence and published reports. Never a name.",
  },
  { value: "fellow", label: ROLE_WORDS.fellow, hint: "Comments on drafts that are open for comment." },
];

export default async function Members({ params }: PageProps<"/reviews/[review]/members">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const members = await forPage(listMembers(viewer, review.id));
  const changes = can(viewer, "member.change", { reviewId: review.id });
  return (
    <>
      <PageHeader
        title="Members"
        meta={`${members.length} ${members.length === 1 ? "person" : "people"} in this review`}
      />
      <Table
        caption="Members of this review"
        captionHidden
        columns={[
          { label: "Name" },
          { label: "Email" },
          { label: "Role" },
          { label: "Since" },
          ...(changes ? [{ label: "Change" }] : []),
        ]}
        rows={members.map((member) => ({
          key: member.id,
          cells: [
            member.name,
            member.email,
            ROLE_WORDS[member.role],
            formatInstant(member.since),
            ...(changes ? [<RoleForm key="change" member={member} />] : []),
          ],
        }))}
      />
      {changes && (
        <section aria-labelledby="add" className="mt-12">
          <h2 id="add" className="mb-4">
            Add a member
          </h2>
          <Form action={add} submitLabel="Add member">
            <input type="hidden" name="reviewId" value={review.id} />
            <TextInput name="name" label="Name" autoComplete="off" />
            <TextInput
              name="email"
              type="email"
              label="Email address"
              hint="We send them a link to sign in."
              autoComplete="off"
            />
            <Radios name="role" label="Role" options={WHAT_ROLES_DO} />
          </Form>
        </section>
      )}
      <div className="mt-8">
        <Details summary="What happens when a membership ends?">
          <p>
            They lose access at once. What they wrote and decided stays, with their name, in the audit log.
          </p>
        </Details>
      </div>
    </>
  );
}
