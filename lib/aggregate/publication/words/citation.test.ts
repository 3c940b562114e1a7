import { expect, test } from "vitest";
import { citeFinding, citeTheme } from "./citation";
import { heldBack, publishCount } from "../published-count";

const from = {
  review: "NPQ review",
  release: 2,
  createdAt: new Date("2026-11-29T10:00:00Z"),
  roundtable: null,
  link: "https://review.example/dashboard/coaching?release=2",
};
const source = "NPQ review, release 2, 29 November 2026, https://review.example/dashboard/coaching?release=2";

test("a figure is cited with its denominator, release and link", () => {
  expect(citeTheme("Coaching", publishCount(14, 29, 5), from)).toBe(
    `About 15 of 29 people raised Coaching. ${source}`,
  );
  expect(citeTheme("Coaching", publishCount(0, 29, 5), from)).toBe(`Nobody raised Coaching. ${source}`);
  expect(citeTheme("Coaching", heldBack(29, 5), from)).toBe(
    `How many people raised Coaching is not shown. ${source}`,
  );
  expect(citeFinding("Pay for coaches.", publishCount(3, 29, 5), from)).toBe(
    `“Pay for coaches.” Said by a few of 29 people. ${source}`,
  );
});

test("a roundtable's figure names the roundtable", () => {
  expect(citeTheme("Coaching", publishCount(9, 15, 5), { ...from, roundtable: "Leeds" })).toContain(
    "NPQ review, Leeds, release 2",
  );
});
