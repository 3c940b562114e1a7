import { expect, test } from "vitest";
import { moveStance, stancesOf, toggleChoice, toggleTheme, withoutTheme } from "./round-choices";

test("a theme's key sets it, and takes off every stance of it", () => {
  const set = toggleTheme([], "fees");
  expect(set).toEqual(["fees:observation"]);
  expect(toggleTheme([...set, "fees:ask", "time:ask"], "fees")).toEqual(["time:ask"]);
});

test("a stance's key moves the theme under it; boxes put stances side by side", () => {
  expect(moveStance(["fees:observation", "time:ask"], "fees", "ask")).toEqual(["time:ask", "fees:ask"]);
  const both = toggleChoice(["fees:improvement"], "fees:strength");
  expect(stancesOf(both, "fees")).toEqual(["strength", "improvement"]);
  expect(toggleChoice(both, "fees:strength")).toEqual(["fees:improvement"]);
  expect(withoutTheme(both, "fee")).toEqual(both);
});
