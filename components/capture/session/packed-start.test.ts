import { expect, test } from "vitest";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { packStart, unpackStart } from "./packed-start";
import type { Attendee, Start } from "./types";

const attendee = (id: string, more: Partial<Attendee> = {}): Attendee => ({
  id,
  label: id.toUpperCase(),
  description: "SENCO",
  host: false,
  present: true,
  erased: false,
  permission: null,
  contributions: 2,
  seat: null,
  tableId: null,
  ...more,
});

const said = (id: string, more: Partial<ShownContribution> = {}): ShownContribution => ({
  id,
  source: "identified",
  wording: "gist",
  text: "Coaching helped",
  stance: null,
  hands: null,
  agreementSeen: false,
  saidAt: "2026-03-05T10:00:00.250Z",
  timeKnown: true,
  sequence: 1,
  revision: 1,
  struck: false,
  erased: false,
  npqs: [],
  questionId: "q2",
  participantId: "p2",
  tableId: null,
  goRoundId: null,
  mergedIntoId: null,
  recordedById: "ann",
  themeIds: ["t1"],
  ...more,
});

const START: Start = {
  session: {
    roundtableId: "r",
    reviewId: "v",
    heldOn: "2026-03-05T00:00:00.000Z",
    state: "in_session",
    participants: [
      attendee("p1", { host: true, present: false, permission: "verbatim" }),
      attendee("p2", { erased: true, seat: "A3" }),
      attendee("p3", { tableId: "b2" }),
    ],
    questions: [
      { id: "q1", position: 1, text: "What works?", minutes: null, openings: [] },
      { id: "q2", position: 2, text: "What does not?", minutes: 5, openings: [] },
    ],
    goRounds: [],
    tables: [
      { id: "b1", name: "One", facilitatorId: null },
      { id: "b2", name: "Two", facilitatorId: "ann" },
    ],
    themes: [{ id: "t1", title: "Coaching", colour: "hue-1", area: false }],
    colleagues: [{ userId: "ann", name: "Ann" }],
    late: [],
  },
  contributions: [
    said("c1"),
    said("c2", {
      source: "group",
      wording: "verbatim",
      stance: "ask",
      hands: { raised: 3, asked: 5 },
      agreementSeen: true,
      timeKnown: false,
      npqs: ["NPQH"],
      questionId: null,
      participantId: null,
      tableId: "b1",
      goRoundId: "g",
      themeIds: [],
      sequence: 7,
    }),
    said("c3", { struck: true, revision: 4, mergedIntoId: "c1" }),
    said("c4", { erased: true, recordedById: "left", participantId: "gone", themeIds: ["retired", "t1"] }),
  ],
  earlier: true,
  total: 500,
};

test("what the page begins with is the same after it was packed, also what its session does not know", () => {
  const sent: unknown = JSON.parse(JSON.stringify(packStart(START)));
  expect(sent).toEqual(packStart(START));
  expect(unpackStart(packStart(START))).toEqual(START);
});
