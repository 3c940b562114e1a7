import { expect, test } from "vitest";
import { Prisma } from "../generated/client";
import { PREPARED, preparedName } from "./prepared";

test("a statement has a name where it says that it is prepared, and the same one each time", () => {
  const prepared = Prisma.sql`${PREPARED} SELECT ${1}`;
  const other = Prisma.sql`${PREPARED} SELECT ${1}, ${2}`;
  expect(preparedName(prepared.text)).toBe(preparedName(prepared.text));
  expect(preparedName(prepared.text)).not.toBe(preparedName(other.text));
  expect(preparedName(prepared.text)).toMatch(/^p[0-9a-f]{16}$/);
  expect(preparedName("SELECT 1")).toBe("");
});
