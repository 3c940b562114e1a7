import { expect, test } from "vitest";
import { askedAgain, conclusionsOf } from "./conclusions";

const shown = { format: "csv", encoding: "UTF-8", separator: ",", headerLine: 1, firstLine: 2 } as const;
const conclusions = conclusionsOf({ ...shown, asked: {} });
const read = { format: "csv" as const, conclusions };

test("a form that shows what was concluded asks only for what is another thing", () => {
  expect(askedAgain(shown, read)).toEqual({});
  expect(askedAgain({ ...shown, headerLine: 0 }, read)).toEqual({ headerLine: 0 });
  expect(askedAgain({ ...shown, headerLine: 3, firstLine: 5 }, read)).toEqual({
    headerLine: 3,
    firstLine: 5,
  });
  expect(askedAgain({ ...shown, encoding: "Mac Roman" }, read)).toEqual({ encoding: "Mac Roman" });
});

test("what was asked before stays, but for lines of another separator, sheet or kind", () => {
  const asked = { encoding: "UTF-8" as const, headerLine: 1, firstLine: 2 };
  const before = { ...read, conclusions: { ...conclusions, asked } };
  expect(askedAgain({ ...shown, firstLine: 4 }, before)).toEqual({ ...asked, firstLine: 4 });
  expect(askedAgain({ ...shown, headerLine: 2 }, before)).toEqual({ encoding: "UTF-8", headerLine: 2 });
  expect(askedAgain({ ...shown, separator: ";" }, before)).toEqual({ encoding: "UTF-8", separator: ";" });
});
