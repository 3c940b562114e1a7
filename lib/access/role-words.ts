import type { Role } from "@/lib/platform/generated/enums";

/** What people call the roles. */
export const ROLE_WORDS: Record<Role, string> = {
  lead: "Lead",
  facilitator: "Facilitator",
  reviewer: "DfE reviewer",
  fellow: "Fellow",
};
