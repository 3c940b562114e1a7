import { describe, expect, test } from "vitest";
import { CounterViewInput, NewFindingInput } from "./finding-input";

describe("what is typed", () => {
  const ids = {
    reviewId: "0190a000-0000-7000-8000-000000000001",
    themeId: "0190a000-0000-7000-8000-000000000002",
  };
  const finding = (text: string) => NewFindingInput.safeParse({ ...ids, stance: "ask", text });

  test("a statement has at most 240 characters as people count them, on one line", () => {
    expect(finding("😀".repeat(240)).success).toBe(true);
    expect(finding("x".repeat(241)).error?.issues[0]?.message).toMatch(/240 characters or fewer/);
    expect(finding("One.\nTwo.").error?.issues[0]?.message).toMatch(/line breaks/);
    expect(finding("  ").success).toBe(false);
  });

  test("a counter-view is one sentence, or empty", () => {
    const counterView = (text: string) =>
      CounterViewInput.safeParse({ id: ids.reviewId, revision: 1, counterView: text });
    expect(counterView(" ").data?.counterView).toBe("");
    expect(counterView("One.\nTwo.").error?.issues[0]?.message).toMatch(/counter-view must be one sentence/);
    expect(counterView("x".repeat(241)).success).toBe(false);
  });
});
