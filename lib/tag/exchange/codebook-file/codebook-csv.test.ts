import { describe, expect, test } from "vitest";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { readCodebookCsv, writeCodebookCsv } from "./codebook-csv";

const themes = BUILT_IN_CODEBOOK.map((entry) => ({
  ...entry,
  parent: entry.slug === "networks" ? "coaching" : null,
}));
const problems = (text: string) => {
  const read = readCodebookCsv(text);
  return read.ok ? [] : read.problems.map(({ row, message }) => `${row}: ${message}`);
};

describe("a codebook as a table", () => {
  test("is equal after a round trip", () => {
    expect(readCodebookCsv(writeCodebookCsv(themes))).toMatchObject({ ok: true, themes });
  });

  test("keeps slugs that are longer by a number, as older ones are", () => {
    const [first] = themes;
    if (!first) throw new Error("No themes.");
    const long = [first, { ...first, title: "Another", slug: `${"a".repeat(40)}-2` }];
    expect(readCodebookCsv(writeCodebookCsv(long))).toMatchObject({ ok: true, themes: long });
  });

  test("keeps words that a spreadsheet would calculate, and makes them harmless", () => {
    const [first, ...others] = themes;
    if (!first) throw new Error("No themes.");
    for (const definition of ["=1+1", "-", "+a", "@x", "'=1", "''-", "'tis", 'say "no", or; \n yes']) {
      const text = writeCodebookCsv([{ ...first, definition }, ...others]);
      expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
      expect(readCodebookCsv(text)).toMatchObject({ ok: true, themes: [{ definition }, ...others] });
    }
  });

  test("is read with columns in any order, other headings and missing values made up", () => {
    const read = readCodebookCsv(
      "Description;Name;Colour;Axis\r\nWhat it is;Cost & time;#12436e;\r\n;;;\r\nMore;Cost, time;;DfE areas\r\n",
    );
    const empty = { includes: "", excludes: "", signalWords: "", parent: null };
    expect(read).toEqual({
      ok: true,
      rows: [
        { row: 2, says: { slug: false, colour: true } },
        { row: 4, says: { slug: false, colour: false } },
      ],
      themes: [
        {
          ...empty,
          slug: "cost-time",
          axis: "theme",
          title: "Cost & time",
          definition: "What it is",
          colour: "1",
        },
        { ...empty, slug: "cost-time-2", axis: "area", title: "Cost, time", definition: "More", colour: "2" },
      ],
    });
  });

  test("says in which row what is wrong", () => {
    expect(problems("title,axis\nA,theme")).toEqual(["1: There is no column “definition”."]);
    expect(problems("title,definition\n,\n")).toEqual(["1: There are no themes below the column titles."]);
    expect(problems('title,definition\nA,"b\nc"\nD,"e\n')).toEqual([
      "3: A quotation mark is not closed, or is closed too early.",
    ]);
    expect(problems(`title,definition\n${"A,b\n".repeat(501)}`)).toEqual([
      "1: There are more than 500 themes.",
    ]);
    expect(
      problems(
        [
          "title,definition,slug,axis,colour",
          'A,"b',
          'c",a,,',
          "",
          ",b,a,side,12",
          "New,b,new,,",
          `${"x".repeat(61)},b,,,`,
        ].join("\n"),
      ),
    ).toEqual([
      "4: The title: enter some words.",
      "4: The axis must be “theme” or “area”.",
      "4: The colour must be a number from 1 to 11, or look like #12436d.",
      "4: The slug “a” is already in a row above.",
      "5: The slug must have 40 characters or fewer: small letters, digits and single hyphens. It must not be “new” or “exchange”.",
      "6: The title must be 60 characters or fewer. It is 1 too long. Split it in two.",
    ]);
  });

  test("says where more than two levels are used", () => {
    const rows = ["A,b,a,theme,", "B,b,b,theme,a", "C,b,c,theme,b", "D,b,d,area,a", "E,b,e,,gone"];
    expect(problems(["title,definition,slug,axis,parent", ...rows].join("\n"))).toEqual([
      "4: “b” is itself under another theme. Themes can only have two levels.",
      "5: “a” is in the other list.",
      "6: There is no theme with the slug “gone” to go under.",
    ]);
  });
});
