import { expect, test } from "vitest";
import { pathWithin } from "./path-within";

test("after signing in people go back to a page of this application", () => {
  expect(pathWithin("/reviews/npq/members?role=lead#3")).toBe("/reviews/npq/members?role=lead#3");
});

test.each([
  ..."https://evil.example //evil.example /\\evil.example \\\\evil.example javascript:alert(1)".split(" "),
  ...["/\t/evil.example", "/reviews\r\nset-cookie: a=b", " //evil.example", "", null, 7],
])("and never elsewhere: %j", (from) => {
  expect(pathWithin(from)).toBe("/reviews");
});
