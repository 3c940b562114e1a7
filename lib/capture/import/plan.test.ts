import { expect, test } from "vitest";
import { namesNobody } from "./plan";

test("what programs write for people without a name is nobody", () => {
  for (const name of ["Anonymous", "anonymous attendee", "Unknown Speaker", " Guest User "])
    expect(namesNobody(name), name).toBe(true);
  for (const name of ["Ada", "Speaker 1", "Guest of Ada", "Anonymous 12"])
    expect(namesNobody(name), name).toBe(false);
});
