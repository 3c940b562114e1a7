"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { MemberInput, MemberRemoval, RoleChange } from "@/lib/review/member/member";
import { addMember, changeRole, removeMember } from "@/lib/review/member/commands/change-members";

function done(message: string) {
  revalidatePath("/reviews/[review]/members", "page");
  return { ok: true as const, message };
}

export const add = formAction(MemberInput, addMember, (_result, { name }) =>
  done(`${name} is now a member.`),
);
export const change = formAction(RoleChange, changeRole, () => done("The role was changed."));
export const remove = formAction(MemberRemoval, removeMember, () => done("The membership has ended."));
