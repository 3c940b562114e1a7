import { expect, test } from "vitest";
import { z } from "zod";
import { invalid } from "@/lib/platform/errors";
import { publicAction } from "./form-action";

const Member = z.object({ name: z.string().min(1, "Enter a name") });
const form = (...fields: [name: string, value: string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

test("a field that the form does not have reaches no command", async () => {
  const got: unknown[] = [];
  const action = publicAction(
    Member,
    (input) => Promise.resolve(got.push(input)),
    () => ({ ok: true }),
  );
  expect(await action(null, form(["name", "Jo"], ["role", "lead"], ["reviewId", "other"]))).toEqual({
    ok: true,
  });
  expect(got).toEqual([{ name: "Jo" }]);
});

test("names of what every object has change no object, and come back as what was typed", async () => {
  const refuse = () => Promise.reject(invalid("It cannot be done."));
  const action = publicAction(Member, refuse, () => ({ ok: true }));
  const hostile = ["__proto__", "constructor", "prototype"].flatMap(
    (name) =>
      [
        [name, "polluted"],
        [name, "twice"],
      ] as [string, string][],
  );
  const state = await action(null, form(["name", "Jo"], ...hostile));
  expect(state).toMatchObject({ ok: false, message: "It cannot be done." });
  if (!state || state.ok) throw new Error("It was accepted.");
  expect(Object.getPrototypeOf(state.values)).toBe(Object.prototype);
  expect(Object.keys(state.values)).toEqual(["name", "__proto__", "constructor", "prototype"]);
  expect("polluted" in {}).toBe(false);
});
