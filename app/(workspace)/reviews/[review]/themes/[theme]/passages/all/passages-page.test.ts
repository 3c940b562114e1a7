import { expect, test } from "vitest";
import type { PassagesInContribution } from "@/lib/tag/coding/queries/all-passages";
import { passagesPage } from "./passages-page";

const about = {
  theme: "Cost & time",
  review: "NPQ review",
  stance: undefined,
  roundtable: undefined,
  contributions: 1,
  back: "../passages",
  nonce: "abc",
};

function said(text: string, spans: readonly [number, number][]): PassagesInContribution {
  const tagging = {
    id: "t",
    themeId: "h",
    stance: "ask",
    coder: "Ada",
    mine: false,
    explicit: true,
  } as const;
  const contribution = {
    id: "c",
    text,
    roundtableId: "r",
    source: "identified",
    wording: "gist",
    speaker: { label: "P01", host: false, description: "SENCO" },
    hands: null,
    agreementSeen: false,
    stance: null,
    saidAt: new Date("2025-03-04T14:05:00Z"),
    timeKnown: true,
  };
  const passages = spans.map(([spanStart, spanEnd]) => ({
    spanStart,
    spanEnd,
    taggings: [{ ...tagging, stale: false, round: null, spanStart, spanEnd }],
  }));
  return { contribution, passages } as unknown as PassagesInContribution;
}

async function pageOf(...rows: PassagesInContribution[]): Promise<string> {
  async function* parts() {
    yield* rows.map((row) => [row]);
  }
  const written: string[] = [];
  for await (const part of passagesPage(about, parts(), () => "Leeds")) written.push(part);
  return written.join("");
}

test("words are marked once where passages overlap, in code points, and nothing of them is markup", async () => {
  const html = await pageOf(
    said("A 🙂 cost <b> & time", [
      [2, 8],
      [4, 12],
    ]),
  );
  expect(html).toContain("<mark>🙂 cost</mark><mark> &lt;b&gt;</mark> &amp; time</p>");
  expect(html).toContain("“🙂 cost”: Ask by Ada; “cost &lt;b&gt;”: Ask by Ada");
  expect(html).toContain("<title>All passages: Cost &amp; time - NPQ review</title>");
  expect(html).toContain("<b>P01</b> · SENCO · Leeds · 14:05");
});

test("a coder is named once for each stance, in a round or outside of one", async () => {
  const { contribution, passages } = said("The course was too long.", [[0, 10]]);
  const again = passages.map((passage) => ({
    ...passage,
    taggings: passage.taggings.flatMap((tagging) => [
      tagging,
      { ...tagging, mine: true },
      { ...tagging, round: 1 },
      { ...tagging, stance: "strength" as const },
    ]),
  }));
  expect(await pageOf({ contribution, passages: again })).toContain(
    "”: Ask by Ada, you; Strength by Ada</p>",
  );
});

test("each contribution adds what it says and two hundred characters", async () => {
  const one = said("The course was too long.", [[0, 10]]);
  const [few, many] = [await pageOf(one), await pageOf(...Array.from({ length: 101 }, () => one))];
  expect((many.length - few.length) / 100).toBeLessThan(250);
  expect(many).not.toContain("<script");
});
