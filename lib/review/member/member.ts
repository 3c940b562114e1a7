import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { ROLES } from "@/lib/access/policy";

const RoleField = z.enum(ROLES, { error: "Choose a role" });

export const MemberInput = z.object({
  reviewId: z.uuid(),
  name: plainText({ what: "Name", max: 200 }),
  email: z.string().trim().toLowerCase().pipe(z.email("Enter an email address, such as name@school.example")),
  role: RoleField,
});
export type MemberInput = z.infer<typeof MemberInput>;

export const RoleChange = z.object({ membershipId: z.uuid(), role: RoleField });
export const MemberRemoval = z.object({ membershipId: z.uuid() });
