import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { projectWords } from "@/app/(workspace)/reviews/[review]/coding/exchange/project-words";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { importProject } from "@/lib/tag/exchange/commands/import-project";
import { undoProjectImport } from "@/lib/tag/exchange/commands/undo-project-import";
import type { ExchangeProject, ExchangeSource } from "@/lib/tag/exchange/file/project";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { previewProject, previewProjectFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { findProjectImport } from "@/lib/tag/exchange/queries/project-imports";
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
import { makeMember, makeStranger } from "@/tests/support/worlds/factories";
import { sharedFile } from "@/tests/support/shared-data";

openTestDatabase({ sessions: 1 });

let story: ExchangeStory;
beforeEach(async () => {
  story = await makeExchangeStory();
});

const bringIn = (viewer: Viewer, project: ExchangeProject, choices: ImportChoices = {}) =>
  bringProjectIn(viewer, story.review.id, project, choices);
const wipe = () => takeAllBack(story.review.id);
const own = () => exportOf(story.ada, story.review.id, "own");
const onLine = async (contribution: { id: string }) =>
  (await listTaggings(story.ada, [contribution.id])).get(contribution.id) ?? [];

/** The project with another code in the place of one. */
function withCode(project: ExchangeProject, replaced: string, name: string): ExchangeProject {
  const guid = crypto.randomUUID();
  const coded = <Passage extends Pick<ExchangeSource, "codings">>(passage: Passage): Passage => ({
    ...passage,
    codings: passage.codings.map((coding) =>
      coding.codeGuid === replaced ? { ...coding, codeGuid: guid } : coding,
    ),
  });
  return {
    ...project,
    codes: project.codes.map((code) => (code.guid === replaced ? { ...code, guid, name } : code)),
    sources: project.sources.map((source) => ({ ...source, selections: source.selections.map(coded) })),
  };
}

describe("what was exported", () => {
  test("is equal byte for byte after it was removed and imported again", async () => {
    const before = await writeProject(await own());
    await wipe();
    expect(
      (await own()).sources.flatMap(({ selections }) => selections.flatMap(({ codings }) => codings)),
    ).toEqual([]);
    const read = await readProject(before);
    if (!read.ok) throw new Error(read.reason);
    expect(await bringIn(story.ada, read.value)).toMatchObject({ taggings: 6, memos: 2, themes: 0 });
    expect(Buffer.from(await writeProject(await own())).equals(before)).toBe(true);
  });

  test("comes out equal but for the day of its codings where nothing of them was left", async () => {
    const before = await own();
    const inReview = { where: { reviewId: story.review.id } };
    await db().tagging.deleteMany(inReview);
    await db().memo.deleteMany(inReview);
    await bringIn(story.ada, await reread(before));
    const undated = ({ sources, ...project }: ExchangeProject) => ({
      ...project,
      sources: sources.map((source) => ({
        ...source,
        selections: source.selections.map((selection) => ({
          ...selection,
          codings: selection.codings.map((coding) => ({ ...coding, at: null })),
        })),
      })),
    });
    expect(undated(await own())).toEqual(undated(before));
  });

  test("changes nothing where all of it is still here, and its page offers nothing", async () => {
    const project = await reread(await own());
    const { plan, leftOut } = await previewProject(story.ada, story.review.id, project);
    expect(plan).toMatchObject({ add: [], already: 6, strangers: 0, codeless: 0, gone: 0 });
    expect(leftOut).toEqual({ sources: [], whole: 0, nowhere: 0, changed: 0, notes: 0 });
    const { submitLabel, warnings } = projectWords(
      { value: project, warnings: [], positions: [] },
      await previewProject(story.ada, story.review.id, project),
      { chosen: null, fileDigest: "" },
    );
    expect(submitLabel).toBeNull();
    expect(warnings.at(-1)).toBe("There is nothing new in this file.");
    await expect(bringIn(story.ada, project)).rejects.toMatchObject({ kind: "stale" });
  });

  test("stays with a person who has left the review, and is not duplicated", async () => {
    const project = await reread(await own());
    await db().membership.deleteMany({ where: { reviewId: story.review.id, userId: story.bob.userId } });
    const { plan, notes, fromStrangers } = await previewProject(story.ada, story.review.id, project);
    expect(plan).toMatchObject({ add: [], already: 6, strangers: 0 });
    expect(notes).toMatchObject({ add: [], again: [], already: 2 });
    expect(fromStrangers).toEqual({ mine: 0, named: 0 });
    await expect(bringIn(story.ada, project, { strangers: "mine" })).rejects.toMatchObject({ kind: "stale" });
  });

  test("reports how much of it was lost between the preview and the confirmation", async () => {
    const project = await reread(await own());
    await wipe();
    const { incoming } = await previewProject(story.ada, story.review.id, project);
    const contribution = { where: { id: story.contributions.clear.id } };
    await db().contribution.update({
      ...contribution,
      data: { revision: { increment: 1 }, text: "Other words." },
    });
    await db().contribution.update({
      where: { id: story.contributions.secret.id },
      data: { struckAt: new Date() },
    });
    const said = { newCodes: "leave" as const, strangers: "leave" as const };
    expect(await importProject(story.ada, { reviewId: story.review.id, incoming, ...said })).toMatchObject({
      // The words that Bob marked, and what was set and written on the contribution that was struck.
      gone: 3,
      taggings: 4,
      memos: 1,
    });
  });

  test("with notes alone is taken back too, and says in whose name they came", async () => {
    const project = await reread(await own());
    await db().memo.updateMany({ where: { reviewId: story.review.id }, data: { withdrawnAt: new Date() } });
    const { importId } = await bringIn(story.ada, project);
    expect(await findProjectImport(story.ada, story.review.id, importId)).toEqual({
      taggings: 0,
      memos: 2,
      undone: false,
    });
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: importId } });
    expect(new Set(z.object({ authors: z.array(z.string()) }).parse(entry.detail).authors)).toEqual(
      new Set([story.ada.userId, story.bob.userId]),
    );
    await undoProjectImport(story.ada, { importId });
    expect((await own()).notes).toEqual([]);
    expect(await findProjectImport(story.ada, story.review.id, importId)).toMatchObject({ undone: true });
  });

  test("belongs to the people who coded, whoever imports it, and that is recorded", async () => {
    const project = await reread(await own());
    await wipe();
    const { importId } = await bringIn(story.bob, project);
    const found = await onLine(story.contributions.clear);
    expect(found.filter(({ mine }) => mine)).toHaveLength(1);
    expect(found).toHaveLength(3);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: importId } });
    expect(entry).toMatchObject({ action: "coding.import", actorId: story.bob.userId });
    expect(JSON.stringify(entry.detail)).toContain(story.ada.userId);
  });

  test("comes back from a file to share too, spans in their places", async () => {
    await closeRoundtables(story);
    const project = await reread(await exportOf(story.ada, story.review.id, "share"));
    await wipe();
    expect(await bringIn(story.ada, project)).toMatchObject({ taggings: 4 });
    expect(
      (await onLine(story.contributions.clear)).map(({ spanStart, spanEnd }) => [spanStart, spanEnd]),
    ).toContainEqual([24, 44]);
  });

  test("is taken back as one, notes too, and themes that came with it stay", async () => {
    const project = await reread(await own());
    await wipe();
    const moved = withCode(project, story.marking.id, "New");
    const { importId, themes } = await bringIn(story.ada, moved, { newCodes: "add" });
    expect(themes).toBe(1);
    expect((await own()).notes).toHaveLength(2);
    await undoProjectImport(story.ada, { importId });
    await undoProjectImport(story.ada, { importId });
    expect(await onLine(story.contributions.clear)).toEqual([]);
    expect((await own()).notes).toEqual([]);
    expect(await db().theme.count({ where: { reviewId: story.review.id, title: "New" } })).toBe(1);
  });
});

describe("a file that others worked on", () => {
  async function foreign() {
    const project = await reread(await own());
    const [source] = project.sources.filter(({ guid }) => guid === story.secret.id);
    if (!source) throw new Error("The roundtable is not in the file.");
    const [contribution] = source.selections;
    const stranger = { guid: crypto.randomUUID(), name: "Somebody else" };
    const code = {
      guid: crypto.randomUUID(),
      name: "New code",
      description: "",
      colour: null,
      isCodable: true,
    };
    const coding = (codeGuid: string) => ({
      guid: crypto.randomUUID(),
      codeGuid,
      coderGuid: stranger.guid,
      at: null,
      stance: null,
      noteGuids: [],
    });
    const passage = {
      ...contribution,
      guid: crypto.randomUUID(),
      codings: [coding(story.marking.id), coding(code.guid)],
    };
    const start = contribution?.start ?? 0;
    return {
      stranger,
      project: {
        ...project,
        coders: [...project.coders, stranger],
        codes: [...project.codes, { ...code, noteGuids: [], children: [] }],
        sources: [
          {
            ...source,
            selections: [
              ...source.selections,
              {
                ...passage,
                name: "",
                description: "",
                start,
                end: start + 2,
                authorGuid: null,
                at: null,
                noteGuids: [],
              },
            ],
          },
          {
            ...source,
            guid: crypto.randomUUID(),
            name: "Another text",
            selections: [],
            codings: [coding(code.guid)],
          },
        ],
      },
    };
  }

  test("is described before anything is done: new coders and codes, texts that are not ours", async () => {
    const { project } = await foreign();
    const preview = await previewProject(story.ada, story.review.id, project);
    expect(preview.coders.filter(({ known }) => known === null)).toHaveLength(1);
    expect(preview.codes.map(({ is }) => is)).toEqual(["here", "here", "new"]);
    expect(preview.leftOut.sources).toEqual([{ name: "Another text", codings: 1 }]);
    expect(preview.plan).toMatchObject({ add: [], strangers: 2 });
  });

  test("is taken as one's own on request, its spans and new codes too", async () => {
    const { project } = await foreign();
    await bringIn(story.ada, project, { strangers: "mine", newCodes: "add" });
    const mine = (await onLine(story.contributions.secret)).filter((tagging) => tagging.mine);
    expect(mine).toMatchObject([
      { spanStart: 0, spanEnd: 2, stance: "observation" },
      { spanStart: 0, spanEnd: 2, stance: "observation" },
    ]);
    const added = await db().theme.findFirstOrThrow({
      where: { reviewId: story.review.id, title: "New code" },
    });
    expect(added.definition).toMatch(/^Not defined yet/);
  });

  test("adds no theme for a facilitator, who imports the rest", async () => {
    const { project } = await foreign();
    await expect(bringIn(story.bob, project, { newCodes: "add" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(bringIn(story.bob, project, { strangers: "mine" })).resolves.toMatchObject({ taggings: 1 });
  });

  test("loses spans of a contribution that was edited since, and keeps what is on the whole contribution", async () => {
    const project = await reread(await own());
    await wipe();
    await db().contribution.update({
      where: { id: story.contributions.clear.id },
      data: { text: "Marking differs.", revision: 2 },
    });
    const { leftOut, plan } = await previewProject(story.ada, story.review.id, project);
    expect(leftOut.changed).toBe(1);
    expect(plan.add).toHaveLength(5);
  });

  test("touches no contribution of another review", async () => {
    const project = await reread(await own());
    const other = await makeExchangeStory();
    const preview = await previewProject(other.ada, other.review.id, project);
    expect(preview.plan.add).toEqual([]);
    const { incoming } = await previewProject(story.ada, story.review.id, project);
    await expect(
      importProject(other.ada, { reviewId: other.review.id, incoming, newCodes: "leave", strangers: "mine" }),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  test("is not opened for a person who may not import it", async () => {
    const broken = Uint8Array.from(Buffer.from("PK broken"));
    const { review } = story;
    for (const role of ["reviewer", "fellow"] as const)
      await expect(
        previewProjectFile(await makeMember(review, role), review.id, broken),
      ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewProjectFile(await makeStranger(), review.id, broken)).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(previewProjectFile(story.bob, review.id, broken)).rejects.toMatchObject({ kind: "invalid" });
    const { preview } = await previewProjectFile(story.bob, review.id, await writeProject(await own()));
    expect(preview.plan.already).toBe(6);
  });

  test("is previewed by facilitators only", async () => {
    const project = await own();
    for (const role of ["reviewer", "fellow"] as const)
      await expect(
        previewProject(await makeMember(story.review, role), story.review.id, project),
      ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewProject(await makeStranger(), story.review.id, project)).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

const atlas = sharedFile("refi-qda/atlasti-standard-project.TestProject.qdpx");

test.skipIf(atlas === null)(
  "the project of ATLAS.ti: its codes become themes, and its codings are reported as left out",
  async () => {
    const read = await readProject(Uint8Array.from(readFileSync(atlas ?? "")));
    if (!read.ok) throw new Error(read.reason);
    const { leftOut, codes, plan } = await previewProject(story.ada, story.review.id, read.value);
    expect(plan.add).toEqual([]);
    expect(leftOut.sources.reduce((sum, { codings }) => sum + codings, 0)).toBe(7);
    const fresh = codes.filter(({ is }) => is === "new").length;
    expect(await bringIn(story.ada, read.value, { newCodes: "add" })).toMatchObject({
      taggings: 0,
      themes: fresh,
    });
    expect(fresh).toBeGreaterThan(10);
  },
);
