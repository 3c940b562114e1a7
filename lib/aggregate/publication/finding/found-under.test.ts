import { expect, test } from "vitest";
import { foundUnder } from "./found-under";

const themes = [
  { id: "delivery", title: "Delivery" },
  { id: "coaching", title: "Coaching" },
  { id: "funding", title: "Funding" },
];

test("findings are told by their themes, those with most findings first", () => {
  const under = (...ids: string[]) =>
    foundUnder(
      ids.map((themeId) => ({ themeId })),
      { themes },
    );
  expect(under("delivery", "coaching", "coaching")).toBe("3 findings, on Coaching (2) and Delivery");
  expect(under("funding")).toBe("1 finding, on Funding");
  expect(under()).toBe("0 findings");
});
