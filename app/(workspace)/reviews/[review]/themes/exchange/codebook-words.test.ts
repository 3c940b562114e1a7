import { describe, expect, test } from "vitest";
import type { CodebookPlan, FileTheme, KnownTheme } from "@/lib/tag/exchange/codebook-plan";
import { codebookWords } from "./codebook-words";

const inFile = (slug: string, title: string): FileTheme => ({
  row: 2,
  guid: null,
  slug,
  axis: "theme",
  title,
  definition: "",
  includes: "",
  excludes: "",
  signalWords: "",
  colour: "1",
  parent: null,
  above: null,
  says: { slug: true, colour: false },
});
const here = (slug: string, title: string): KnownTheme => ({
  ...inFile(slug, title),
  id: slug,
  revision: 1,
  meaningSince: 1,
  parentId: null,
  retired: false,
});
const NOTHING: CodebookPlan = {
  added: [],
  changed: [],
  moved: [],
  recoloured: [],
  unchanged: [],
  otherSlug: [],
  retired: [],
  absent: [],
  problems: [],
};
const words = (plan: Partial<CodebookPlan>) =>
  codebookWords({ place: "Row", themes: [], problems: [], warnings: [] }, { ...NOTHING, ...plan });

describe("a codebook file", () => {
  test("that changes nothing says so and cannot be imported", () => {
    const { warnings, submitLabel } = words({
      unchanged: [{ theme: inFile("a", "A"), known: here("a", "A") }],
    });
    expect(warnings).toEqual(["It would not change anything."]);
    expect(submitLabel).toBeNull();
  });

  test("with a problem says where it is and cannot be imported, whatever else it would do", () => {
    const { problems, warnings, submitLabel } = words({
      added: [inFile("a", "A")],
      problems: [{ row: 1200, message: "Give it a title." }],
    });
    expect(problems).toEqual(["Row 1,200: Give it a title."]);
    expect(warnings).toEqual([]);
    expect(submitLabel).toBeNull();
  });

  test("asks what new wording changes only where there is some", () => {
    expect(words({ added: [inFile("a", "A")] }).choices).toEqual([]);
    const { choices, lists } = words({ changed: [{ theme: inFile("a", "New"), known: here("a", "Old") }] });
    expect(choices).toMatchObject([{ name: "changes", defaultValue: "meaning" }]);
    expect(lists).toContainEqual({ title: "Themes to change", items: ["Old, which becomes New"] });
  });

  test("names the theme that another moves under as the file does", () => {
    const { lists } = words({
      added: [inFile("top", "Top")],
      moved: [
        { theme: inFile("a", "A"), known: here("a", "A"), under: "top" },
        { theme: inFile("b", "B"), known: here("b", "B"), under: null },
      ],
    });
    expect(lists).toContainEqual({ title: "Themes to move", items: ["A, under Top", "B, to the top"] });
  });
});
