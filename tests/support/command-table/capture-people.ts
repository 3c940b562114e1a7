import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/people/commands/change-participant";
import { changeWording } from "@/lib/capture/permission/commands/change-wording";
import { choosePermission } from "@/lib/capture/permission/commands/choose-permission";
import { decideErasure } from "@/lib/capture/protection/commands/decide-erasure";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { leaveReview, returnToReview } from "@/lib/capture/protection/commands/leave-review";
import { loadSchools } from "@/lib/capture/people/commands/load-schools";
import { matchPeople, markDifferentPeople } from "@/lib/capture/people/commands/match-people";
import {
  endPermissionLink,
  makePermissionLink,
  makePermissionSlips,
} from "@/lib/capture/permission/commands/make-permission-link";
import { registerAttendance } from "@/lib/capture/registration/commands/register-attendance";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { savePeople } from "@/lib/capture/registration/commands/save-people";
import { seatParticipant } from "@/lib/capture/people/commands/seat-participant";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { endHold, setHold } from "@/lib/capture/protection/commands/set-hold";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import { SavePeopleInput } from "@/lib/capture/registration/grid/grid-input";
import { cellName } from "@/lib/capture/registration/grid/grid-form";
import { HIDDEN, SEEN, facilitators, lead, row, type Row } from "./row";

/** An extract of the register of schools that holds its heading alone. */
async function* register() {
  await Promise.resolve();
  const columns = "TypeOfEstablishment EstablishmentTypeGroup EstablishmentStatus PhaseOfEducation GOR";
  const titles = columns.split(" ").map((column) => `${column} (name)`);
  yield new TextEncoder().encode(`URN,EstablishmentName,${titles.join(",")}\n`);
}

const NEW_ROW = "0190a000-0000-4000-8000-000000000001";

export const CAPTURE_PEOPLE_COMMANDS: Record<string, Row> = {
  registerParticipant: row(
    facilitators(HIDDEN),
    registerParticipant,
  )(({ roundtableId }) => ({
    roundtableId,
  })),
  changeParticipant: row(
    facilitators(HIDDEN),
    changeParticipant,
  )(({ participantId }) => ({
    id: participantId,
    role: "SENCO",
  })),
  registerAttendance: row(
    facilitators(HIDDEN),
    registerAttendance,
  )(({ roundtableId }) => ({
    roundtableId,
    rows: [{ line: 2, cells: { name: "Somebody New" } }],
  })),
  savePeople: row(
    facilitators(HIDDEN),
    savePeople,
  )(({ roundtableId }) =>
    SavePeopleInput.parse({
      roundtableId,
      row: NEW_ROW,
      [cellName("name", NEW_ROW)]: "Somebody New",
    }),
  ),
  makePermissionLink: row(
    facilitators(HIDDEN),
    makePermissionLink,
  )(({ participantId }) => ({
    participantId,
  })),
  endPermissionLink: row(
    facilitators(HIDDEN),
    endPermissionLink,
  )(({ participantId }) => ({
    participantId,
  })),
  makePermissionSlips: row(
    facilitators(HIDDEN),
    makePermissionSlips,
  )(({ roundtableId }) => ({
    roundtableId,
    whose: "all",
  })),
  // The secret of a link lets whoever has it choose; no role does without it.
  choosePermission: row(
    { lead: "not-found", facilitator: "not-found", ...HIDDEN },
    choosePermission,
  )(() => ({ token: "x".repeat(43), level: "verbatim", wording: 1, means: "link" })),
  changeWording: row(
    lead(SEEN),
    changeWording,
  )(({ reviewId }) => ({
    reviewId,
    version: 1,
    text: "Another wording.",
  })),
  loadSchools: {
    roles: lead(SEEN),
    attempt: (viewer, { reviewId }) => loadSchools(viewer, { reviewId, bytes: register() }),
  },
  matchPeople: row(
    facilitators(HIDDEN),
    matchPeople,
  )(({ personId, otherPersonId }) => ({ personId, otherId: otherPersonId })),
  markDifferentPeople: row(
    facilitators(HIDDEN),
    markDifferentPeople,
  )(({ personId, otherPersonId }) => ({ personId, otherId: otherPersonId })),
  separatePerson: row(facilitators(HIDDEN), separatePerson)(({ personId }) => ({ personId })),
  changeIdentity: row(facilitators(HIDDEN), changeIdentity)(({ personId }) => ({ personId, name: "Name" })),
  recordPermission: row(
    facilitators(HIDDEN),
    recordPermission,
  )(({ participantId }) => ({
    participantId,
    level: "paraphrase",
    means: "paper",
  })),
  erasePerson: row(lead(HIDDEN), erasePerson)(({ personId }) => ({ personId })),
  decideErasure: row(
    lead(SEEN),
    decideErasure,
  )(({ erasureRequestId }) => ({ requestId: erasureRequestId, decision: "refuse", reason: "A court asked" })),
  setHold: row(
    lead(SEEN),
    setHold,
  )(({ reviewId, personId }) => ({ reviewId, personId, reason: "A request" })),
  endHold: row(lead(SEEN), endHold)(({ holdId }) => ({ id: holdId })),
  setRetention: row(lead(SEEN), setRetention)(({ reviewId }) => ({ reviewId, months: 12 })),
  leaveReview: row(facilitators(HIDDEN), leaveReview)(({ personId }) => ({ personId })),
  returnToReview: row(facilitators(HIDDEN), returnToReview)(({ personId }) => ({ personId })),
  seatParticipant: row(
    facilitators(HIDDEN),
    seatParticipant,
  )(({ participantId, tableId }) => ({ participantId, seat: "A3", tableId })),
};
