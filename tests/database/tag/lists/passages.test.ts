import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import { writePassagesCsv } from "@/lib/tag/exchange/file/passages-csv";
import type { ExportKind } from "@/lib/tag/exchange/file/export-kind";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { openPassages, passageRows } from "@/lib/tag/exchange/queries/exchange-passages";
import { countListedByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { openAllPassages } from "@/lib/tag/coding/queries/all-passages";
import { countPassages, type PassageFilter } from "@/lib/tag/coding/queries/passages";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { openTestDatabase } from "@/tests/support/database";
import {
  closeRoundtables,
  makeExchangeStory,
  type ExchangeStory,
} from "@/tests/support/worlds/exchange-story";
import { makeMember } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeStory() {
  const {
    review,
    coders: [ada, bob],
    roundtable,
    contributions: [contribution],
    themes: [coaching, cost],
  } = await makeScene({
    coders: 2,
    contributions: [{ text: "The coach was good and the cost was not" }, {}],
    themes: 2,
  });
  const said = { contributionId: contribution.id, themeId: coaching.id, stance: "strength" } as const;
  const change = (one: object, viewer: Viewer = ada) =>
    changeTaggings(viewer, TaggingChange.parse({ contributionId: contribution.id, ...one }));
  const taggings = async () =>
    ((await listCoding(ada, [contribution.id])).coding[contribution.id]?.taggings ?? []).map((tagging) => ({
      id: tagging.id,
      themeId: tagging.themeId,
      stance: tagging.stance,
      spanStart: tagging.spanStart,
      mine: tagging.mine,
      stale: tagging.stale,
    }));
  return { review, roundtable, contribution, coaching, cost, ada, bob, said, change, taggings };
}

describe("what the codebook and the page of passages count", () => {
  test("a contribution is one however often a theme is on it; passages are one for the same words", async () => {
    const { review, roundtable, coaching, cost, ada, bob, said, change } = await makeStory();
    const words = { spanStart: 4, spanEnd: 9 };
    await change({ change: "set", ...said });
    await change({ change: "set", ...said, ...words });
    await change({ change: "set", ...said, ...words, stance: "ask" });
    await change({ change: "set", ...said, ...words }, bob);
    const reviewId = review.id;
    const of = { reviewId, themeId: coaching.id };
    expect(await countListedByTheme(ada, { reviewId })).toEqual({ [coaching.id]: 1 });
    expect(await countListedByTheme(ada, { reviewId, words: "nobody said this" })).toEqual({});
    expect(await countPassages(ada, of)).toBe(2);
    expect(await countPassages(ada, { ...of, stance: "ask" })).toBe(1);
    expect(await countPassages(ada, { ...of, themeId: cost.id })).toBe(0);
    expect(await countPassages(ada, { ...of, roundtableId: roundtable.id })).toBe(2);
    expect((await listCodingContributions(ada, { ...of, stance: "ask" })).total).toBe(1);
    expect((await listCodingContributions(ada, { ...of, stance: "improvement" })).total).toBe(0);
  });

  test("all of them are those of the pages, and those of a stance alone", async () => {
    const { review, coaching, ada, bob, said, change } = await makeStory();
    const words = { spanStart: 4, spanEnd: 9 };
    await change({ change: "set", ...said });
    await change({ change: "set", ...said, ...words, stance: "ask" });
    await change({ change: "set", ...said, ...words, stance: "ask" }, bob);
    const of = { reviewId: review.id, themeId: coaching.id };
    const all = async (filter: PassageFilter) => {
      const { contributions, parts } = await openAllPassages(ada, filter);
      const read = [];
      for await (const part of parts) read.push(...part);
      return { contributions, read };
    };
    const both = { contributions: 1, read: [{ passages: [{ spanStart: null }, { spanStart: 4 }] }] };
    expect(await all(of)).toMatchObject(both);
    const asks = await all({ ...of, stance: "ask" });
    expect(asks.read[0]?.passages.map(({ taggings }) => taggings.map(({ mine }) => mine))).toEqual([
      [true, false],
    ]);
    expect(await all({ ...of, stance: "improvement" })).toEqual({ contributions: 0, read: [] });
  });

  test("nobody counts them who does not work on the review", async () => {
    const { review, coaching } = await makeStory();
    for (const viewer of [await makeMember(review, "reviewer"), await makeMember(review, "fellow")]) {
      await expect(countListedByTheme(viewer, { reviewId: review.id })).rejects.toThrow("does not let you");
      const of = { reviewId: review.id, themeId: coaching.id };
      await expect(countPassages(viewer, of)).rejects.toThrow("does not let you");
      await expect(openAllPassages(viewer, of)).rejects.toThrow("does not let you");
      await expect(openPassages(viewer, "share", of)).rejects.toThrow("does not let you");
    }
  });
});

describe("recoding a passage", () => {
  test("the same words are under another theme and stance, sent twice or not; a colleague's stay", async () => {
    const { coaching, cost, bob, said, change, taggings } = await makeStory();
    const words = { spanStart: 4, spanEnd: 9 };
    for (const viewer of [undefined, bob]) await change({ change: "set", ...said, ...words }, viewer);
    const recoded = { change: "recode", ...said, ...words, toThemeId: cost.id, to: "ask" };
    await change(recoded);
    await change(recoded);
    expect(await taggings()).toMatchObject([
      { themeId: coaching.id, stance: "strength", spanStart: 4, mine: false },
      { themeId: cost.id, stance: "ask", spanStart: 4, mine: true },
    ]);
  });

  test("undone, it is as it was, under the meaning that it was set for", async () => {
    const { coaching, cost, said, change, taggings } = await makeStory();
    await change({ change: "set", ...said });
    const before = await taggings();
    await db().theme.update({ where: { id: coaching.id }, data: { revision: 2, meaningSince: 2 } });
    await change({ change: "recode", ...said, toThemeId: cost.id, to: "strength" });
    expect(await taggings()).toMatchObject([{ themeId: cost.id, stale: false }]);
    const back = { ...said, themeId: cost.id, toThemeId: coaching.id, to: "strength" };
    await change({ change: "recode", ...back, reopens: before[0]?.id });
    expect(await taggings()).toMatchObject([{ themeId: coaching.id, stale: true, mine: true }]);
  });
});

describe("passages as CSV", () => {
  let story: ExchangeStory;
  beforeAll(async () => {
    story = await makeExchangeStory();
  });
  const csv = async (kind: ExportKind, themeId: string, over: object = {}) => {
    const opened = await openPassages(story.ada, kind, { reviewId: story.review.id, themeId, ...over });
    const rows = passageRows(story.ada, opened);
    let text = "";
    for await (const part of writePassagesCsv({ theme: "Theme", rows, names: kind === "own", caveat: "" }))
      text += part;
    return text;
  };

  test("one to share contains only closed roundtables", async () => {
    expect(await csv("share", story.cost.id)).not.toMatch(/\[school\]|-words|too much/);
    await expect(csv("share", story.cost.id, { roundtableId: story.open.id })).rejects.toThrow(
      "not closed yet",
    );
  });

  test("one to share contains only cleared and permitted words, masked, without speaker, time and names", async () => {
    await closeRoundtables(story);
    const text = await csv("share", story.cost.id);
    expect(text).toContain("[school], and");
    expect(text).toContain("Coder 1");
    expect(text).not.toMatch(/Hill Top|Uncleared|Paraphrase|Struck|Erased/);
    for (const never of [story.speaker.label, story.ada.name, story.bob.name])
      expect(text).not.toContain(never);
  });

  test("one for the facilitators has everybody's words, with labels and who set the theme", async () => {
    const text = await csv("own", story.cost.id);
    for (const word of [
      "Hill Top School, and",
      "Uncleared-words",
      "Para",
      story.speaker.label,
      story.bob.name,
    ])
      expect(text).toContain(word);
    expect(text).not.toContain("Erased");
    expect(await csv("own", story.cost.id, { stance: "ask" })).not.toContain("Hill Top");
    expect(await csv("own", story.cost.id, { roundtableId: story.secret.id })).not.toContain("Hill Top");
  });

  test("each download is recorded, with its theme", async () => {
    const what = {
      reviewId: story.review.id,
      roundtableId: null,
      kind: "own",
      themeId: story.cost.id,
    } as const;
    await recordExport(story.ada, what);
    const entry = await db().auditEntry.findFirst({
      where: { reviewId: story.review.id, action: "coding.export" },
      orderBy: { id: "desc" },
    });
    expect(entry?.detail).toEqual({ kind: "own", themeId: story.cost.id });
  });
});
