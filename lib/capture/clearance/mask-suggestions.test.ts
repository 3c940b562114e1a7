import { describe, expect, test } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { applyMasks } from "@/lib/capture/contribution/mask";
import { schoolCandidates, suggestMasks, type MaskKnowledge } from "./mask-suggestions";

const NOTHING: MaskKnowledge = { people: [], organisations: [], schools: [] };

/** The suggested words, each with what would be shown in their place. */
function suggested(text: string, knowledge: Partial<MaskKnowledge> = {}): string[] {
  return suggestMasks(text, { ...NOTHING, ...knowledge }).map(
    ({ start, end, as }) => `${as}: ${sliceCodePoints(text, start, end)}`,
  );
}

describe("people of the review", () => {
  const people = ["Zoë O’Neill", "Will Young", "Priya Shah-Jones"];

  test("a full name is found whatever its case and accents, as a whole word", () => {
    expect(suggested("zoe o'neill said so", { people })).toEqual(["person: zoe o'neill"]);
    expect(suggested("Zoe\u0301 O'Neillson", { people: ["Zoé O'Neill"] })).toEqual(["person: Zoe\u0301"]);
  });

  test("a first name or a surname alone is found, without the possessive", () => {
    expect(suggested("We asked Priya’s team, and Shah-Jones", { people })).toEqual([
      "person: Priya",
      "person: Shah-Jones",
    ]);
  });

  test("an everyday word is a name only with a capital inside a sentence", () => {
    expect(suggested("We will read it. Will it help the young?", { people })).toEqual([]);
    expect(suggested("Then Will said no", { people })).toEqual(["person: Will"]);
  });

  test("gives the reason, and is less sure of a part of a name", () => {
    const why = (text: string) => suggestMasks(text, { ...NOTHING, people })[0]?.why;
    expect(why("Priya Shah-Jones")).toBe("a participant’s name");
    expect(why("with Priya")).toBe("perhaps a participant’s first name");
  });
});

describe("schools, trusts, providers and places", () => {
  test("a school in the register, and where a participant works", () => {
    const schools = ["Hill Top Primary School"];
    expect(suggested("At Hill Top Primary School we did", { schools })).toEqual([
      "school: Hill Top Primary School",
    ]);
    expect(suggested("at oakfield we did", { organisations: ["Oakfield"] })).toEqual(["school: oakfield"]);
  });

  test.each([
    ["We moved from St. Mary’s CE Primary School last year", "school: St. Mary’s CE Primary School"],
    ["I teach at St Anne's", "school: St Anne's"],
    ["Nobody at Green Lane Academy did it", "school: Green Lane Academy"],
    ["the King Edward Learning Trust paid", "trust: King Edward Learning Trust"],
    ["Riverside MAT pays for it", "trust: Riverside MAT"],
    ["We took it with Ambition Institute", "provider: Ambition Institute"],
    ["the UCL one", "provider: UCL"],
    ["schools in Tower Hamlets", "place: Tower Hamlets"],
    ["heads across the North West", "place: North West"],
    ["Mrs Doyle and others", "person: Mrs Doyle"],
    ["my head, Jane, said", "person: Jane"],
    ["my line manager, Jane, said", "person: Jane"],
    ["our SENCO Priya Shah left", "person: Priya Shah"],
    ["write to jo@school.sch.uk please", "person: jo@school.sch.uk"],
    ["ring 020 7946 0018 then", "person: 020 7946 0018"],
    ["it is in SW1A 1AA, I think", "place: SW1A 1AA"],
  ])("%s", (text, expected) => {
    expect(suggested(text)).toEqual([expected]);
  });

  test.each([
    "My ambition was to lead a school",
    "The Academy model, the Primary School phase and the Trust",
    "High School pupils like it. Our Trust pays",
    "Reading is hard, and a bath would help",
    "In 2024 we had 30 of 40 there",
    "They said the NPQH was good, on 14 May 2025",
    "We trust the college",
  ])("nothing in: %s", (text) => {
    expect(suggested(text)).toEqual([]);
  });

  test("Reading and Bath are places after a preposition, and words elsewhere", () => {
    expect(suggested("We came from Reading. Reading matters in Bath")).toEqual([
      "place: Reading",
      "place: Bath",
    ]);
  });
});

describe("names of institutions", () => {
  test.each([
    [
      "The Hill Top and Green Lane C of E Primary School",
      "school: Hill Top and Green Lane C of E Primary School",
    ],
    ["at The-Hill School", "school: Hill School"],
    ["Pupils’ School and Hill’s Academy", "school: Pupils’ School"],
    ["St Anne’s Catholic High School", "school: St Anne’s Catholic High School"],
    ["Green Schools Learning Education Trust", "trust: Green Schools Learning Education Trust"],
    ["x_jo@a.b-c.d", "person: x_jo@a.b-c.d"],
  ])("%s", (text, expected) => {
    expect(suggested(text)[0]).toBe(expected);
  });

  test("that begin again and again, and never end, are none", () => {
    expect(suggested(`We are ${"C of E ".repeat(30)}here`)).toEqual([]);
    expect(suggested("Learning ".repeat(1_100))).toEqual([]);
  });
});

describe("offsets", () => {
  test("are code points, past emoji and combining marks", () => {
    const text = "👩‍🏫 Cafe\u0301: Mrs Doyle, 👍 in Leeds";
    const found = suggestMasks(text, NOTHING);
    expect(applyMasks(text, found)).toBe("👩‍🏫 Cafe\u0301: [person], 👍 in [place]");
  });

  test("never overlap, so that all of them can be accepted", () => {
    const text = "Priya Shah of Hill Top Primary School, Leeds, Leeds Learning Trust";
    const found = suggestMasks(text, {
      people: ["Priya Shah"],
      organisations: ["Hill Top Primary School, Leeds"],
      schools: ["Hill Top Primary School"],
    });
    expect(() => applyMasks(text, found)).not.toThrow();
    expect(found.map(({ as }) => as)).toEqual(["person", "school", "trust"]);
  });
});

test("candidates for the register are runs of capitalised words, with small words between them", () => {
  expect(schoolCandidates("We like Our Lady of Lourdes School a lot")).toContain(
    "our lady of lourdes school",
  );
  expect(schoolCandidates("St. Mary's Primary")).toContain("st marys primary");
  expect(schoolCandidates("nothing here, nor There")).toEqual([]);
  expect(schoolCandidates("A long text. ".repeat(800)).length).toBeLessThan(100);
});
