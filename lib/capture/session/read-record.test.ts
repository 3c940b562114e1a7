import { expect, test } from "vitest";
import { byId, merged, replaced } from "./read-record";
import { shownContribution as contribution } from "@/tests/support/worlds/shown-contribution";

test("the newer of two revisions stays, whichever came last", () => {
  const newer = contribution("a", { revision: 2, text: "Newer" });
  expect(merged(byId([newer]), [contribution("a")]).get("a")?.text).toBe("Newer");
  expect(merged(byId([contribution("a")]), [newer]).get("a")?.text).toBe("Newer");
});

test("an erased contribution takes the place of a later revision that still has its words", () => {
  const known = byId([contribution("a", { revision: 3 })]);
  expect(merged(known, [contribution("a", { text: "", erased: true })]).get("a")?.text).toBe("");
});

test("the whole record drops what is gone, and keeps what was stored while it was read", () => {
  const now = byId([contribution("gone"), contribution("stays"), contribution("new")]);
  const next = replaced(now, new Set(["gone", "stays"]), [contribution("stays"), contribution("theirs")]);
  expect([...next.keys()]).toEqual(["stays", "new", "theirs"]);
});
