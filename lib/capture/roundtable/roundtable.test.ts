import { describe, expect, test } from "vitest";
import { askingAboutDate, ChangeRoundtableInput, mayBecome, PlanRoundtableInput, slugOf } from "./roundtable";
import { nextStates, recordingProblem, ROUNDTABLE_STATES, transitionAction } from "./states";

const ID = "0195e6a0-0000-7000-8000-000000000001";
const form = {
  reviewId: ID,
  title: "Fellows",
  "heldOn-day": "14",
  "heldOn-month": "5",
  "heldOn-year": "2025",
  host: "The College",
  place: "London",
  online: "place",
  confidentiality: "role_only",
  questions: "What works?\r\n\r\n What should change? ",
};
const errorsOf = (fields: object) =>
  PlanRoundtableInput.safeParse(fields).error?.issues.map(({ path }) => path[0]);

describe("states", () => {
  test("a closed record stays closed; nothing goes back to planned", () => {
    expect(nextStates("closed")).toEqual([]);
    expect(ROUNDTABLE_STATES.flatMap(nextStates)).not.toContain("planned");
  });
  test("only a lead closes", () => {
    expect(transitionAction("closed")).toBe("roundtable.close");
    expect(transitionAction("in_session")).toBe("roundtable.plan");
  });
  test("contributions are logged in session and at read-back", () => {
    expect(ROUNDTABLE_STATES.filter((state) => recordingProblem(state) === null)).toEqual([
      "in_session",
      "read_back",
    ]);
  });
  test("confidentiality only becomes stricter once people have spoken", () => {
    expect(mayBecome("planned", "chatham_house", "attributed")).toBe(true);
    expect(mayBecome("in_session", "chatham_house", "role_only")).toBe(false);
    expect(mayBecome("in_session", "role_only", "chatham_house")).toBe(true);
  });
});

describe("a date outside the review", () => {
  const asking = (before?: Date) =>
    askingAboutDate(
      PlanRoundtableInput,
      { startsOn: new Date("2025-01-01"), endsOn: new Date("2026-07-31") },
      before,
    );
  const outside = { ...form, "heldOn-month": "6", "heldOn-day": "12", "heldOn-year": "2062" };

  test("is asked about together with everything else that is wrong", () => {
    const sent = asking().safeParse({ ...outside, title: "", place: "", confidentiality: undefined });
    const errors = sent.error?.issues.map(({ path, message }) => [path[0], message]);
    expect(errors?.map(([field]) => field).sort()).toEqual(["confidentiality", "heldOn", "place", "title"]);
    expect(errors).toContainEqual([
      "heldOn",
      expect.stringMatching(/^12 June 2062 is after the review ends/),
    ]);
  });
  test("is accepted where it was confirmed, or is the stored one", () => {
    expect(asking().safeParse({ ...outside, "heldOn-confirmed": "2062-06-12" }).success).toBe(true);
    expect(asking(new Date("2062-06-12")).safeParse(outside).success).toBe(true);
  });
  test("is not asked about where it could not be read", () => {
    const sent = asking().safeParse({ ...outside, "heldOn-day": "" });
    expect(sent.error?.issues.map(({ message }) => message)).toEqual(["Enter the day too"]);
  });
});

describe("planning", () => {
  test("takes the form's three date fields and a question on each line", () => {
    expect(PlanRoundtableInput.parse(form)).toMatchObject({
      heldOn: new Date("2025-05-14"),
      online: false,
      questions: ["What works?", "What should change?"],
    });
  });
  test("refuses a date that does not exist, and a missing place", () => {
    expect(errorsOf({ ...form, "heldOn-day": "31", "heldOn-month": "2" })).toEqual(["heldOn"]);
    expect(errorsOf({ ...form, place: "" })).toEqual(["place"]);
    expect(errorsOf({ ...form, place: "", online: "online" })).toBeUndefined();
  });
  test("changing identifies the questions by their ids", () => {
    const changed = ChangeRoundtableInput.parse({ ...form, id: ID, revision: "3", [`question-${ID}`]: "" });
    expect(changed).toMatchObject({ revision: 3, kept: [{ id: ID, text: "" }] });
  });
  test.each([
    ["Fellows’ roundtable, Zürich", "fellows-roundtable-zurich"],
    ["  ---  ", "roundtable"],
  ])("the slug of %j", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});
