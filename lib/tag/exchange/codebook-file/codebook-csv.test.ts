import { describe, expect, test } from "vitest";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { readCodebookCsv, writeCodebookCsv } from "./codebook-csv";

const themes = BUILT_IN_CODEBOOK.map((entry) => ({
  ...entry,
  parent: entry.slug === "networks" ? "coaching" : null,
}));
/** Each theme with the title of the one above it. */
const tree = (text: string) => {
  const read = readCodebookCsv(text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
  const titleOf = (slug: string | null) => read.themes.find((theme) => theme.slug === slug)?.title ?? null;
  return {
    themes: read.themes.map(({ title, definition, parent }) => [title, definition, titleOf(parent)]),
    warnings: read.warnings,
  };
};
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
        { row: 2, says: { slug: false, colour: true }, above: null },
        { row: 4, says: { slug: false, colour: false }, above: null },
      ],
      warnings: [],
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
    expect(problems("definition,axis\nA,theme")).toEqual(["1: There is no column “title”."]);
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

describe("a codebook of another program", () => {
  test("of Taguette: empty descriptions, and names that begin with another’s", () => {
    expect(
      tree(
        'tag,description,number of highlights\r\nFunding,,12\r\nFunding.Supply cover,"Cover, not fees",4\r\n',
      ),
    ).toEqual({
      themes: [
        ["Funding", "", null],
        ["Funding.Supply cover", "Cover, not fees", "Funding"],
      ],
      warnings: ["1 column left out: number of highlights."],
    });
    expect(
      tree("tag,parent,description,number of highlights\nCover,Funding,,1\nFunding,,,2\n").themes,
    ).toEqual([
      ["Cover", "", "Funding"],
      ["Funding", "", null],
    ]);
  });

  test("of NVivo: a title above, semicolons, folders as paths, levels below the second", () => {
    const rows = [
      "Codebook of my project, 2 May;;;",
      ";;;",
      "Name;Description;Files;References",
      "Codes\\Funding;Money;2;5",
      "Codes\\Funding\\Cover;;1;1",
      "Codes\\Funding\\Cover\\Supply;;1;1",
    ];
    expect(tree(rows.join("\n"))).toEqual({
      themes: [
        ["Funding", "Money", null],
        ["Cover", "", "Funding"],
        ["Supply", "", "Funding"],
      ],
      warnings: [
        "1 row above the column titles left out: Codebook of my project, 2 May.",
        "2 columns left out: Files, References.",
        "1 theme below the second level: moved up to it, because themes can only have two levels: Supply.",
      ],
    });
  });

  test("of MAXQDA, ATLAS.ti and Dedoose, with what cannot be read told", () => {
    expect(
      tree("sep=;\nColor;Parent code;Code;Memo;Frequency\n#ff0000;;Time;;3\n●;Time;Cover;Hours lost;1\n"),
    ).toEqual({
      themes: [
        ["Time", "", null],
        ["Cover", "Hours lost", "Time"],
      ],
      warnings: [
        "1 column left out: Frequency.",
        "1 colour left out, because we cannot read it. We chose others.",
      ],
    });
    expect(tree("Code\tComment\tGroups\nCost\tWhat it costs\tA; B\nCost: cover\t\tA\n")).toEqual({
      themes: [
        ["Cost", "What it costs", null],
        ["Cost: cover", "", "Cost"],
      ],
      warnings: ["1 column left out: Groups."],
    });
    expect(
      tree("Id,Parent Id,Depth,Title,Description\n7,,0,Cost,Money\n8,7,1,Cover,\n9,5,1,Lost,\n").themes,
    ).toEqual([
      ["Cost", "Money", null],
      ["Cover", "", "Cost"],
      ["Lost", "", null],
    ]);
  });

  test("keeps signs in names that are no paths", () => {
    expect(tree("name,description\nCosts > benefits,a\nA/B,b\n").themes).toEqual([
      ["Costs > benefits", "a", null],
      ["A/B", "b", null],
    ]);
  });

  test("ends where its themes are under one another in a circle", () => {
    expect(tree("name,parent\nA,B\nB,A\nC,C\n").themes.map(([title]) => title)).toEqual(["A", "B", "C"]);
  });
});
