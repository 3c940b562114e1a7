import { expect, test } from "vitest";
import { listed } from "./wording";

test("lists", () => {
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(listed(["a"])).toBe("a");
  expect(listed(["cost", "peers and standing", "time"])).toBe("cost, peers and standing, and time");
});
