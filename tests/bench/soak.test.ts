import { expect, test } from "vitest";
import { soakProblem } from "./soak";

test("a soak passes where no request failed and memory at the end is within a tenth of what it was when warm", () => {
  expect(soakProblem({ growth: 1.1, failures: [] })).toBeNull();
  expect(soakProblem({ growth: 1.11, failures: [] })).toMatch(/not flat: .* 1\.11 times/);
  expect(soakProblem({ growth: Number.NaN, failures: [] })).toMatch(/not flat/);
  expect(soakProblem({ growth: 1, failures: ["Error: 503", "Error: 500"] })).toMatch(/^2 requests .* 503/);
});
