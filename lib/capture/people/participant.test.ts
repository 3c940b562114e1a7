import { expect, test } from "vitest";
import { DEMONSTRATION } from "@/prisma/demonstration/demonstration";
import { describe as inWords, labeller, PermissionInput, RegisterParticipantInput } from "./participant";

const none = { role: null, phase: null, setting: null, region: null };

test("a participant in words: the setting is used where there is no phase", () => {
  expect(inWords({ role: "headteacher", phase: "Primary", setting: "Academies", region: "North West" })).toBe(
    "Headteacher, primary, North West",
  );
  expect(
    inWords({
      ...none,
      role: "SENCO",
      phase: "Not applicable",
      setting: "Pupil referral unit or alternative provision",
      region: "London",
    }),
  ).toBe("SENCO, pupil referral unit or alternative provision, London");
  expect(inWords({ ...none, role: "other", phase: "Primary" })).toBe("Primary");
  expect(inWords(none)).toBe("");
});

test.each([
  ["Special schools", "Headteacher, secondary, special school, London"],
  [
    "Pupil referral unit or alternative provision",
    "Headteacher, secondary, pupil referral unit or alternative provision, London",
  ],
  ["Independent schools", "Headteacher, secondary, independent school, London"],
  ["Academies", "Headteacher, secondary, London"],
  ["Free Schools", "Headteacher, secondary, London"],
  ["Local authority maintained schools", "Headteacher, secondary, London"],
])("a phase does not hide the setting of somebody who works in one of the %s", (setting, words) => {
  expect(inWords({ role: "headteacher", phase: "Secondary", setting, region: "London" })).toBe(words);
});

test("to check what was read, every setting is shown with the phase", () => {
  const school = { role: "headteacher", phase: "Primary", setting: "Academies", region: "North West" };
  expect(inWords(school, "all")).toBe("Headteacher, primary, academy, North West");
  expect(
    inWords(
      { ...none, phase: "Not applicable", setting: "Pupil referral unit or alternative provision" },
      "all",
    ),
  ).toBe("Pupil referral unit or alternative provision");
  expect(inWords(none, "all")).toBe("");
});

test("the next free label follows the highest; hosts have their own", () => {
  const next = labeller(["P01", "P09", "H1", "Guest"]);
  expect([next(false), next(false), next(true)]).toEqual(["P10", "P11", "H2"]);
  expect(labeller([])(false)).toBe("P01");
  expect(labeller(["P99999"])(false)).toBe("P100000");
});

test("every word of the demonstration's participants is in the lists", () => {
  for (const { participants } of DEMONSTRATION.roundtables) {
    for (const { role, phase, setting, region, npqsTaken, label, permission } of participants) {
      const input = { role, phase, setting, region, npqsTaken, label, permission };
      const parsed = RegisterParticipantInput.safeParse({
        roundtableId: "0195e6a0-0000-7000-8000-000000000001",
        ...input,
      });
      expect(parsed.error?.issues).toBeUndefined();
    }
  }
});

test("a label must not describe the person", () => {
  const label = RegisterParticipantInput.safeParse({
    roundtableId: "0195e6a0-0000-7000-8000-000000000001",
    label: "Jane from Leeds",
  });
  expect(label.error?.issues[0]?.message).toContain("P07");
});

const ID = "0195e6a0-0000-7000-8000-000000000001";
const HOW = "Choose whether they told a facilitator or said so on paper";

test.each(["link", "qr_code"])("a facilitator cannot record that a participant chose by %s", (means) => {
  const recorded = PermissionInput.safeParse({ participantId: ID, level: "verbatim", means });
  expect(recorded.error?.issues.map(({ message }) => message)).toEqual([HOW]);
  const registered = RegisterParticipantInput.safeParse({ roundtableId: ID, permission: "verbatim", means });
  expect(registered.error?.issues.map(({ message }) => message)).toEqual([HOW]);
});

test.each(["facilitator", "paper"])("a facilitator can record a permission given by %s", (means) => {
  expect(PermissionInput.parse({ participantId: ID, level: "verbatim", means }).means).toBe(means);
  expect(RegisterParticipantInput.parse({ roundtableId: ID, permission: "verbatim", means }).means).toBe(
    means,
  );
});
