import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "@/lib/platform/audit/audit-action";
import { actionWords } from "./action-words";

test("every audited action has its own plain sentence", () => {
  const words = AUDIT_ACTIONS.map(actionWords);
  for (const said of words) expect(said).toMatch(/^[A-Z][a-z]* [^:()]+$/);
  expect(new Set(words).size).toBe(AUDIT_ACTIONS.length);
  expect(actionWords("block.edit")).toBe("Edited a paragraph");
});

test("an action from an older version is shown under its stored name", () => {
  expect(actionWords("row.erase")).toBe("Something else (row.erase)");
  expect(actionWords("line.amend")).toBe(actionWords("contribution.amend"));
});
