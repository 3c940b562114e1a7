import { expect, test } from "vitest";
import { fault, type Check } from "./check";
import { joinedChecks } from "./joined-checks";

const check = (message: string, blockId: string | null): Check => ({
  ...fault("framing", message),
  blockId,
  claimId: null,
});

test("a paragraph has the server's checks until it changes, and then those of the page", () => {
  const server = [check("a name", "one"), { ...check("set aside", "two"), blocking: false }];
  const here = [check("no release", null), check("framing", "two"), check("label", "three")];
  const joined = (...unchanged: string[]) =>
    joinedChecks({
      order: ["one", "two", "three"],
      here,
      server,
      unchanged: new Set(unchanged),
    }).map(({ message }) => message);
  expect(joined("one", "two")).toEqual(["no release", "a name", "set aside", "label"]);
  expect(joined()).toEqual(["no release", "framing", "label"]);
});
