import { describe, expect, test } from "vitest";
import { filterWords, readAuditFilter, withAuditFilter } from "./audit-filter";

const ADA = { id: "ada-id", name: "Ada Byron" };
const ONLINE = { id: "online-id", slug: "online", title: "Online roundtable" };
const known = { people: [ADA], roundtables: [ONLINE] };
const day = (name: string, [day, month, year]: readonly string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

test("an empty address asks for everything", () => {
  const { filter, errors, narrows } = readAuditFilter({ who: "", kind: "", "from-day": "" }, known);
  expect(filter).toEqual({ kind: null, who: null, roundtableId: null, from: null, to: null });
  expect(errors).toEqual({});
  expect(narrows).toBe(false);
});

test("a person, a kind and days are read, and are kept in the address of the next page", () => {
  const query = {
    who: ADA.id,
    kind: "reading",
    ...day("from", ["1", "May", "2026"]),
    ...day("to", ["3", "5", "2026"]),
  };
  const { filter, errors, narrows, typed } = readAuditFilter(query, known);
  expect(errors).toEqual({});
  expect(narrows).toBe(true);
  expect(filter).toEqual({
    kind: "reading",
    who: ADA.id,
    roundtableId: null,
    from: new Date("2026-05-01"),
    to: new Date("2026-05-03"),
  });
  const address = new URL(withAuditFilter("/audit", typed, "entry-id"), "http://127.0.0.1");
  const { before, ...again } = Object.fromEntries(address.searchParams);
  expect(before).toBe("entry-id");
  expect(readAuditFilter(again, known).filter).toEqual(filter);
  expect(withAuditFilter("/audit", readAuditFilter({}, known).typed)).toBe("/audit");
});

describe("what is wrong is said beside its field, and nothing typed is lost", () => {
  test.each([
    [{ who: "somebody else" }, "who"],
    [{ kind: "all" }, "kind"],
    [{ roundtable: "none" }, "roundtable"],
    [{ roundtable: "online", kind: "changes" }, "roundtable"],
    [day("from", ["31", "2", "2026"]), "from-day"],
    [day("to", ["1", "", "2026"]), "to-month"],
    [{ ...day("from", ["2", "5", "2026"]), ...day("to", ["1", "5", "2026"]) }, "to"],
  ])("%j", (query, field) => {
    const { errors, typed } = readAuditFilter(query, known);
    expect(Object.keys(errors)).toEqual([field]);
    const kept = new URL(withAuditFilter("/audit", typed), "http://127.0.0.1").searchParams;
    for (const [name, value] of Object.entries(query)) expect(kept.get(name) ?? "").toBe(value);
  });
});

test("a roundtable asks who has read it", () => {
  const { filter } = readAuditFilter({ roundtable: "online" }, known);
  expect(filter).toMatchObject({ kind: "reading", roundtableId: ONLINE.id });
  expect(filterWords(filter, known)).toBe("Who has read “Online roundtable”");
});

test("the heading says what is listed", () => {
  const [from, to] = [new Date("2026-05-01"), new Date("2026-05-03")];
  const all = { kind: null, who: null, roundtableId: null, from: null, to: null };
  expect(filterWords(all, known)).toBe("All entries");
  expect(filterWords({ ...all, kind: "reading", who: ADA.id, from, to }, known)).toBe(
    "Reading and downloads by Ada Byron, from 1 May 2026 to 3 May 2026",
  );
  expect(filterWords({ ...all, from, to: from }, known)).toBe("All entries, on 1 May 2026");
});
