import { expect, test } from "vitest";
import type { Refusal } from "@/lib/platform/errors";
import { logged } from "@/tests/support/logged";
import { asRefusal } from "./fault";

test("a fault is answered without the inside, and logged once with its kind and place but not its words", async () => {
  const fault = Object.assign(new TypeError("row (Mrs Oakham) of table identity"), { code: "23505" });
  let answer: Refusal | null = null;
  const lines = await logged("error", async () => {
    answer = await asRefusal("route.failed", fault, { method: "POST" });
  });
  expect(answer).toMatchObject({
    kind: "unavailable",
    message: expect.stringMatching(/^Something went wrong on our side\. Nothing was saved/) as string,
    fieldErrors: {},
  });
  expect(JSON.stringify(answer)).not.toMatch(/Oakham|identity|TypeError|23505/);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: "error", event: "route.failed", fault: "TypeError", code: "23505" }),
  ]);
  expect(lines.join()).not.toContain("Oakham");
});
