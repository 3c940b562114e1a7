import { randomUUID } from "node:crypto";
import { addMember, changeRole, removeMember } from "@/lib/review/member/commands/change-members";
import { HIDDEN, SEEN, lead, row, type Row } from "./row";

export const ACCESS_COMMANDS: Record<string, Row> = {
  addMember: row(
    lead(SEEN),
    addMember,
  )(({ reviewId }) => ({
    reviewId,
    name: "New",
    email: `${randomUUID()}@example.org`,
    role: "fellow",
  })),
  changeRole: row(lead(HIDDEN), changeRole)(({ membershipId }) => ({ membershipId, role: "reviewer" })),
  removeMember: row(lead(HIDDEN), removeMember)(({ membershipId }) => ({ membershipId })),
};
