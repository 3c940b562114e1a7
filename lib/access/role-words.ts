import type { Role } from "./policy";

/** What people call the roles. */
export const ROLE_WORDS: Record<Role, string> = {
  lead: "Lead",
  facilitator: "Facilitator",
  reviewer: "DfE reviewer",
  fellow: "Fellow",
};
