import { expect, test } from "vitest";
import { whyNotQuoted } from "./why-not-quoted";

const counted = { of: 29, threshold: 5, roundtables: 2 };
const few = { is: "a few" } as const;
const ten = { is: "about", n: 10 } as const;
const said = [{}];

test("a finding with nothing quoted says why, of each side that has nobody quoted", () => {
  const none = { said: undefined, otherSide: undefined };
  expect(whyNotQuoted({ supports: few }, counted, none)).toMatch(
    /^Nobody is quoted here, because fewer than five people/,
  );
  expect(whyNotQuoted({ supports: few, contradicts: few }, counted, none)).toMatch(/^Neither side is quoted/);
  expect(whyNotQuoted({ supports: ten }, counted, { said: [], otherSide: undefined })).toMatch(/not cleared/);
  expect(whyNotQuoted({ supports: ten, contradicts: few }, counted, { said, otherSide: undefined })).toMatch(
    /^The other side is not quoted, because fewer than five people/,
  );
  expect(whyNotQuoted({ supports: { is: "held back" } }, counted, none)).toMatch(
    /number of people who said it is not shown\.$/,
  );
});

test("where each side that there is has a quotation, nothing is said", () => {
  expect(whyNotQuoted({ supports: ten }, counted, { said, otherSide: undefined })).toBeNull();
  expect(whyNotQuoted({ supports: ten, contradicts: ten }, counted, { said, otherSide: said })).toBeNull();
});
