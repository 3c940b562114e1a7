import type { Role } from "./policy";

/** The names of the roles on pages. */
export const ROLE_WORDS: Record<Role, string> = {
  lead: "Lead",
  facilitator: "Facilitator",
  reviewer: "DfE reviewer",
  fellow: "Fellow",
};
