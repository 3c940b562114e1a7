import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { db } from "@/lib/platform/db";
import { finish, judge, plan } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import {
  closeRoundtables,
  exportOf,
  makeExchangeStory,
  reread,
  wordsIn,
  type ExchangeStory,
} from "@/tests/support/worlds/exchange-story";
import { makeMember } from "@/tests/support/worlds/factories";
import { sharedFile } from "@/tests/support/shared-data";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { exportedContributions } from "@/lib/tag/exchange/queries/exchange-contributions";
import { readRows } from "@/lib/tag/exchange/queries/exchange-rows";
import { previewProject } from "@/lib/tag/exchange/queries/exchange-preview";
import { writeProject } from "@/lib/tag/exchange/file/write-project";

openTestDatabase();

let story: ExchangeStory;
beforeAll(async () => {
  story = await makeExchangeStory();
  await closeRoundtables(story);
});
const shared = () => exportOf(story.ada, story.review.id, "share");
const own = () => exportOf(story.ada, story.review.id, "own");

test.each(["own", "share"] as const)(
  "the statement for a file (%s) reads what the rule of it gives",
  async (kind) => {
    const all = await db().contribution.findMany({ select: { id: true } });
    const { ada } = story;
    const ruled = await db().contribution.findMany({
      where: exportedContributions(ada, kind),
      select: { id: true },
    });
    const read = await readRows(
      ada,
      kind,
      all.map(({ id }) => id),
    );
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(ids(read)).toEqual(ids(ruled));
    expect(read.length).toBeGreaterThan(0);
    expect(read.length).toBeLessThan(all.length);
  },
);

describe("a project for the facilitators' own use", () => {
  test("holds every contribution that stands, with its speaker's label, and what people set on it", async () => {
    const { sources } = await own();
    const [open, secret] = [story.open, story.secret].map(({ id }) =>
      sources.find(({ guid }) => guid === id),
    );
    const { contributions, speaker } = story;
    expect(open?.text).toContain(`${speaker.label}: 👩🏽‍🏫 Marking differs at Hill Top School`);
    expect(open?.text).toContain("Uncleared-words");
    expect(open?.text).toContain("Paraphrase-words");
    expect(open?.text).toContain("Unknown participant: Somebody-words");
    expect(open?.text).not.toMatch(/Struck|Erased/);
    expect(secret?.text).toContain("It costs too much.");
    const words = (guid: string) => {
      const found = sources.flatMap((source) =>
        source.selections
          .filter((one) => one.guid === guid)
          .map((one) => ({ ...one, text: source.text ?? "" })),
      )[0];
      return found && sliceCodePoints(found.text, found.start, found.end);
    };
    expect(words(contributions.clear.id)).toBe(contributions.clear.text);
    expect(words(contributions.struck.id)).toBeUndefined();
    const bobs = ({ codeGuid, coderGuid }: { codeGuid: string; coderGuid: string | null }) =>
      codeGuid === story.cost.id && coderGuid === story.bob.userId;
    const span = open?.selections.find(({ codings }) => codings.some(bobs));
    expect(words(span?.guid ?? "")).toBe("Hill Top School, and");
    expect(span?.codings).toMatchObject([{ coderGuid: story.bob.userId, stance: "improvement" }]);
  });

  test("names speakers by label only, and describes them as the roundtable's confidentiality allows", async () => {
    const project = await own();
    const values = (id: string) =>
      project.cases.find(({ guid }) => guid === id)?.attributes.map(({ type, value }) => [type, value]);
    expect(values(story.speaker.id)).toHaveLength(4);
    expect(values(story.hidden.id)).toEqual([]);
    const words = await wordsIn(project);
    expect(words).not.toMatch(/Zelda|Quist|@example|London/);
    await db().roundtable.update({ where: { id: story.open.id }, data: { confidentiality: "role_only" } });
    const narrowed = (await own()).cases.flatMap(({ attributes }) => attributes.map(({ value }) => value));
    await db().roundtable.update({ where: { id: story.open.id }, data: { confidentiality: "attributed" } });
    expect(new Set(narrowed)).toEqual(new Set(["headteacher"]));
  });

  test("holds the notes with author and date, and the axes as sets", async () => {
    const { notes, sets } = await own();
    expect(notes.map(({ text, authorGuid }) => [text, authorGuid]).sort()).toEqual([
      ["Memo-words too.", story.ada.userId],
      ["Memo-words:\nlook at the other roundtable.", story.bob.userId],
    ]);
    expect(notes.every(({ at }) => at instanceof Date)).toBe(true);
    expect(sets).toMatchObject([{ name: "Themes", codeGuids: [story.marking.id, story.cost.id] }]);
  });

  test("is the same bytes each time, and is imported as it was exported", async () => {
    const project = await own();
    expect(Buffer.from(await writeProject(await own())).equals(await writeProject(project))).toBe(true);
    expect(await reread(project)).toEqual(project);
  });

  test("holds one roundtable where one is asked for", async () => {
    const project = await exportOf(story.bob, story.review.id, "own", story.secret.id);
    expect(project.sources.map(({ guid }) => guid)).toEqual([story.secret.id]);
  });
});

test("what is set under a retired theme is exported under a code that cannot be set", async () => {
  const { ada, cost } = story;
  const retired = { where: { id: cost.id } };
  await db().theme.update({ ...retired, data: { retiredAt: new Date() } });
  const project = await own();
  const codes = project.codes.map(({ guid, isCodable }) => [guid, isCodable]);
  expect(codes).toEqual([
    [story.marking.id, true],
    [cost.id, false],
  ]);
  expect(await reread(project)).toEqual(project);
  const { plan } = await previewProject(ada, story.review.id, project);
  expect(plan).toMatchObject({ add: [], codeless: 0, retired: 0, already: 6 });
  await db().theme.update({ ...retired, data: { retiredAt: null } });
  expect((await own()).codes.every(({ isCodable }) => isCodable)).toBe(true);
});

describe("a project to share", () => {
  test("contains only cleared contributions, masked, of speakers who permit it", async () => {
    const words = await wordsIn(await shared());
    expect(words).toContain("Marking differs at [school], and nobody says why.");
    expect(words).toContain("It costs too much.");
    expect(words).not.toMatch(/Uncleared|Paraphrase|Somebody|Struck|Erased|Memo-words|Hill Top/);
  });

  test("reveals no speaker, time, order, name or identifier", async () => {
    const project = await shared();
    expect(project).toMatchObject({ cases: [], variables: [], notes: [], createdAt: null });
    expect(project.coders.map(({ name }) => name)).toEqual(["Coder 1", "Coder 2"]);
    const words = await wordsIn(project);
    const { contributions, ada, bob, open, speaker, hidden } = story;
    for (const { id } of [...Object.values(contributions), open, speaker, hidden])
      expect(words).not.toContain(id);
    for (const { userId, name } of [ada, bob]) {
      expect(words).not.toContain(userId);
      expect(words).not.toContain(name);
    }
    for (const { label } of [speaker, hidden]) expect(words).not.toContain(`${label}`);
    expect(words).not.toMatch(
      /headteacher|North West|creationDateTime|London|Chartered College of Teaching \(/,
    );
  });

  test("marks the words that stand in the masked text", async () => {
    const { sources } = await shared();
    const marked = sources.flatMap(({ text, selections }) =>
      selections.map(({ start, end }) => sliceCodePoints(text ?? "", start, end)),
    );
    expect(marked).toContain("[school], and");
  });

  test("loses a contribution as soon as its clearance or its speaker's permission ends", async () => {
    const person = { participantId: story.speaker.id, until: null };
    await db().permission.updateMany({ where: person, data: { level: "paraphrase" } });
    expect(await wordsIn(await shared())).not.toContain("Marking");
    await db().permission.updateMany({ where: person, data: { level: "verbatim" } });
    const clearance = { contributionId: story.contributions.clear.id, until: null };
    await db().clearance.updateMany({ where: clearance, data: { until: new Date() } });
    expect(await wordsIn(await shared())).not.toContain("Marking");
    await db().clearance.updateMany({
      where: { contributionId: story.contributions.clear.id },
      data: { until: null },
    });
    expect(await wordsIn(await shared())).toContain("Marking");
  });

  test("contains only closed roundtables: nobody else reads half-coded contributions", async () => {
    const fresh = await makeExchangeStory();
    const { ada, review, open, secret } = fresh;
    const close = ({ id }: { id: string }) =>
      db().roundtable.update({ where: { id }, data: { state: "closed" } });
    expect((await exportOf(ada, review.id, "share")).sources).toEqual([]);
    await close(secret);
    const words = await wordsIn(await exportOf(ada, review.id, "share"));
    expect(words).not.toContain("Marking");
    expect(words).toContain("It costs too much.");
    expect(await wordsIn(await exportOf(ada, review.id, "own"))).toContain("Marking");
    await expect(exportOf(ada, review.id, "share", open.id)).rejects.toMatchObject({ kind: "invalid" });
    await close(open);
    expect(await wordsIn(await exportOf(ada, review.id, "share", open.id))).toContain("Marking");
  });

  test("is the same bytes each time", async () => {
    expect(Buffer.from(await writeProject(await shared())).equals(await writeProject(await shared()))).toBe(
      true,
    );
  });
});

const schema = sharedFile("refi-qda/Project.xsd");

test.skipIf(schema === null)("both kinds are valid against the standard's schema", async () => {
  const files = await Promise.all([await own(), await shared()].map(writeProject));
  const documents = files.map((file) => unzipSync(file)["project.qde"]);
  const xml = documents.map((bytes, at) => ({
    fileName: `${at}.xml`,
    contents: strFromU8(bytes ?? new Uint8Array()),
  }));
  const memory = { initialMemoryPages: 1_024, maxMemoryPages: 4_096 };
  const result = await validateXML({ xml, schema: [readFileSync(schema ?? "", "utf8")], ...memory });
  expect(result.errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
});

test("what was set in a blind round stays in it until everybody has finished", async () => {
  const { ada, bob, review, secret, marking, contributions } = story;
  const round = await plan(ada, {
    reviewId: review.id,
    roundtableIds: [secret.id],
    themeIds: [marking.id],
    size: 1,
    coderIds: [ada.userId, bob.userId],
  });
  const coded = async () =>
    (await exportOf(await makeMember(review, "facilitator"), review.id, "own")).sources
      .flatMap(({ selections }) => selections)
      .filter(({ guid }) => guid === contributions.secret.id)
      .flatMap(({ codings }) => codings.map(({ codeGuid }) => codeGuid));
  await judge(ada, round.id, contributions.secret.id, [[marking.id, "ask"]]);
  expect(await coded()).not.toContain(marking.id);
  await judge(bob, round.id, contributions.secret.id, []);
  await finish(ada, { ...round, reviewId: review.id });
  await finish(bob, { ...round, reviewId: review.id });
  expect(await coded()).toContain(marking.id);
});

test("only facilitators may export", async () => {
  for (const role of ["reviewer", "fellow"] as const)
    await expect(
      exportOf(await makeMember(story.review, role), story.review.id, "share"),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
  const outsider = await makeMember({ id: (await makeExchangeStory()).review.id }, "lead");
  await expect(exportOf(outsider, story.review.id, "share")).rejects.toMatchObject({ kind: "not-found" });
  await expect(exportOf(story.bob, story.review.id, "share")).resolves.toBeDefined();
});
