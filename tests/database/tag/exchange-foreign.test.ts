import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { ExchangeProject, ExchangeSource } from "@/lib/tag/exchange/file/project";
import { previewProject } from "@/lib/tag/exchange/queries/exchange-preview";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { openTestDatabase } from "@/tests/support/database";
import {
  bringProjectIn,
  closeRoundtables,
  exportOf,
  makeExchangeStory,
  reread,
  takeAllBack,
  type ExchangeStory,
  type ImportChoices,
} from "@/tests/support/worlds/exchange-story";
import { makeContribution } from "@/tests/support/worlds/factories";

openTestDatabase();

let story: ExchangeStory;
beforeEach(async () => {
  story = await makeExchangeStory();
});

const bringIn = (viewer: Viewer, project: ExchangeProject, choices: ImportChoices) =>
  bringProjectIn(viewer, story.review.id, project, choices);
const wipe = () => takeAllBack(story.review.id);
const own = () => exportOf(story.ada, story.review.id, "own");
const onLine = async (contribution: { id: string }) =>
  (await listTaggings(story.ada, [contribution.id])).get(contribution.id) ?? [];

/**
 * The project as a program writes it that gives identifiers of its own, and of passages those alone that are
 * coded.
 */
function withOwnGuids(project: ExchangeProject): ExchangeProject {
  const given = new Map<string, string>();
  const own = (guid: string) => given.get(guid) ?? given.set(guid, crypto.randomUUID()).get(guid) ?? guid;
  const codings = (list: ExchangeSource["codings"]) =>
    list.map((one) => ({
      ...one,
      guid: own(one.guid),
      codeGuid: own(one.codeGuid),
      coderGuid: one.coderGuid && own(one.coderGuid),
    }));
  return {
    ...project,
    cases: [],
    sets: [],
    notes: [],
    noteGuids: [],
    coders: project.coders.map(({ guid, name }) => ({ guid: own(guid), name })),
    codes: project.codes.map((code) => ({ ...code, guid: own(code.guid) })),
    sources: project.sources.map((source) => ({
      ...source,
      guid: own(source.guid),
      selections: source.selections
        .filter((selection) => selection.codings.length > 0)
        .map((selection) => ({
          ...selection,
          guid: own(selection.guid),
          noteGuids: [],
          codings: codings(selection.codings),
        })),
    })),
  };
}

describe("a file whose identifiers are another program's own", () => {
  test.each([["own"], ["share"]] as const)("finds its contributions by their words (%s)", async (kind) => {
    await closeRoundtables(story);
    const project = await exportOf(story.ada, story.review.id, kind);
    const before = await onLine(story.contributions.clear);
    const expected = (await previewProject(story.ada, story.review.id, project)).plan.already;
    await wipe();
    const foreign = await reread(withOwnGuids(project));
    const { leftOut, byWords } = await previewProject(story.ada, story.review.id, foreign);
    expect(leftOut).toMatchObject({ sources: [], nowhere: 0, changed: 0 });
    expect(byWords).toHaveLength(project.sources.length);
    // Nobody of it is known here, so all is taken as the viewer's; what two people set alike becomes one.
    const { taggings } = await bringIn(story.ada, foreign, { strangers: "mine" });
    expect(taggings).toBe(expected - 1);
    const places = (found: typeof before) =>
      new Set(found.map(({ themeId, spanStart, spanEnd }) => `${themeId} ${spanStart} ${spanEnd}`));
    expect(places(await onLine(story.contributions.clear))).toEqual(places(before));
  });

  test("gives codings to the members of the same names on request, and leaves the rest out", async () => {
    const project = await own();
    await wipe();
    await db().user.update({ where: { id: story.bob.userId }, data: { name: "Bob Tidewell" } });
    const foreign = await reread(withOwnGuids(project));
    const coders = foreign.coders.map((coder, at) => ({
      ...coder,
      name: at === 0 ? " bob tidewell" : "Nobody",
    }));
    const named = { ...foreign, coders };
    const { plan, fromStrangers } = await previewProject(story.ada, story.review.id, named);
    expect(plan).toMatchObject({ add: [], strangers: 6 });
    expect(fromStrangers.named).toBeGreaterThan(0);
    const { taggings } = await bringIn(story.ada, named, { strangers: "named" });
    expect(taggings).toBe(fromStrangers.named);
    const open = { reviewId: story.review.id, until: null };
    const byBob = { ...open, coder: { userId: story.bob.userId } };
    expect([await db().tagging.count({ where: byBob }), await db().tagging.count({ where: open })]).toEqual([
      ...[taggings, taggings],
    ]);
  });

  test("puts a note's title in front of its words", async () => {
    const project = await own();
    const [first, second] = project.notes;
    if (!first || !second) throw new Error("There are no notes.");
    const titled = [
      { ...first, guid: crypto.randomUUID(), name: "Method", text: "Ask again." },
      { ...second, guid: crypto.randomUUID(), name: "Ask", text: "Ask again." },
    ];
    const moved = new Map([first, second].map(({ guid }, at) => [guid, titled[at]?.guid ?? guid]));
    const sources = project.sources.map((source) => ({
      ...source,
      selections: source.selections.map((selection) => ({
        ...selection,
        noteGuids: selection.noteGuids.map((guid) => moved.get(guid) ?? guid),
      })),
    }));
    const { notes } = await previewProject(story.ada, story.review.id, {
      ...project,
      notes: titled,
      sources,
    });
    expect(notes.add.map(({ text }) => text)).toEqual(["Method\nAsk again.", "Ask again."]);
  });

  test("finds the contributions of a text that was imported first, with speakers separate from words", async () => {
    const { open } = story;
    const text = "Ada Quist: The cost is too high\nfor a small trust.\nBen: Nobody paid for cover.";
    const contributions = [
      await makeContribution(open, { text: "The cost is too high\nfor a small trust." }),
      await makeContribution(open, { text: "Nobody paid for cover." }),
    ];
    const foreign = withOwnGuids(await own());
    const [source] = foreign.sources;
    const [passage] = source?.selections ?? [];
    if (!source || !passage) throw new Error("Nothing is coded.");
    const marked = { ...passage, start: text.indexOf("small"), end: text.indexOf("small") + 11 };
    const elsewhere = { ...source, name: "Interview", text, codings: [], selections: [marked] };
    const project = { ...foreign, sources: [elsewhere] };
    // Its two contributions are most of the text, and none of those of the roundtable alongside.
    const { leftOut, byWords } = await previewProject(story.ada, story.review.id, project);
    expect([leftOut.sources, byWords]).toEqual([[], ["Interview"]]);
    await bringIn(story.ada, project, { strangers: "mine" });
    const spans = (await onLine(contributions[0] ?? open)).map(({ spanStart, spanEnd }) => [
      spanStart,
      spanEnd,
    ]);
    expect(new Set(spans.map(String))).toEqual(new Set(["27,38"]));
    expect(await onLine(contributions[1] ?? open)).toEqual([]);
  });
});
