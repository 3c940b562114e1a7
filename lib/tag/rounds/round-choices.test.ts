import { expect, test } from "vitest";
import { moveStance, stancesOf, toggleChoice, toggleTheme, withoutTheme } from "./round-choices";

test("a theme's key sets it, and removes all its stances", () => {
  const set = toggleTheme([], "fees");
  expect(set).toEqual(["fees:observation"]);
  expect(toggleTheme([...set, "fees:ask", "time:ask"], "fees")).toEqual(["time:ask"]);
});

test("a stance's key changes the theme's stance; check boxes may set several", () => {
  expect(moveStance(["fees:observation", "time:ask"], "fees", "ask")).toEqual(["time:ask", "fees:ask"]);
  const both = toggleChoice(["fees:improvement"], "fees:strength");
  expect(stancesOf(both, "fees")).toEqual(["strength", "improvement"]);
  expect(toggleChoice(both, "fees:strength")).toEqual(["fees:improvement"]);
  expect(withoutTheme(both, "fee")).toEqual(both);
});
