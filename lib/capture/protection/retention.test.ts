import { describe, expect, test } from "vitest";
import { addDays, deletedOn, dueOn, isNoticeTime, SetRetentionInput } from "./retention";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("when personal data falls due", () => {
  test.each([
    ["2025-05-14", 24, "2027-05-14"],
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2025-08-31", 6, "2026-02-28"],
  ])("%s and %i months: %s", (held, months, due) => {
    expect(dueOn(day(held), months)).toEqual(day(due));
  });

  test("the lead is notified thirty days before", () => {
    const due = day("2027-05-14");
    expect(isNoticeTime(due, new Date("2027-04-13T23:59:59Z"))).toBe(false);
    expect(isNoticeTime(due, new Date("2027-04-14T00:00:00Z"))).toBe(true);
  });

  test("with timely notice it is deleted on the day, with late notice a week after", () => {
    const due = day("2027-05-14");
    expect(deletedOn(due, new Date("2027-04-14T08:00:00Z"))).toEqual(due);
    const late = new Date("2027-06-01T08:00:00Z");
    expect(deletedOn(due, late)).toEqual(addDays(day("2027-06-01"), 7));
  });
});

test("months are 1 to 24", () => {
  const reviewId = "0190a000-0000-7000-8000-000000000001";
  expect(SetRetentionInput.parse({ reviewId, months: "12" }).months).toBe(12);
  for (const months of ["0", "25", "1.5", "soon", ""])
    expect(SetRetentionInput.safeParse({ reviewId, months }).success, months).toBe(false);
});
