import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import type { Member } from "@/lib/review/member/queries/members";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { change, remove } from "./actions";

const ROLES = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));

/** Changes a role and, in a second step, ends the membership. */
export function RoleForm({ member }: { member: Member }) {
  const which = <input type="hidden" name="membershipId" value={member.id} />;
  return (
    <Details summary={<>Change {member.name}</>}>
      <Form action={change} submitLabel="Change role" submitVariant="quiet">
        {which}
        <Select name="role" label="Role" options={ROLES} defaultValue={member.role} />
      </Form>
      <div className="mt-5">
        <Form action={remove} submitLabel="End membership" submitVariant="danger">
          {which}
        </Form>
      </div>
    </Details>
  );
}
