import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { blockOf, plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { announceWriting } from "@/lib/report/draft/commands/announce-writing";
import { saveDraft } from "@/lib/report/draft/commands/save-draft";
import { setClaimEvidence } from "@/lib/report/draft/commands/set-claim-evidence";
import { getReport, type Report } from "@/lib/report/draft/queries/reports";
import { listWriting } from "@/lib/report/draft/queries/writing-history";
import type { ClaimChange, SaveDraftInput } from "@/lib/report/draft/saving/save-draft-input";
import { openTestDatabase } from "@/tests/support/database";
import { makeFinding, makeOutsiders, type TestReview } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let lead: Viewer;
let contribution: { id: string };
let findingId: string;
let report: Report;
let ids: { first: string; second: string };

const paragraph = (text: string, claimId?: string): BlockContent =>
  blockOf("paragraph", [{ text, marks: claimId ? [{ type: "claim", attrs: { id: claimId } }] : [] }]);
const changed = (id: string, content: BlockContent, revision: number) => ({
  id,
  section: "final" as const,
  content,
  revision,
});
const claim = (id: string, over: Partial<ClaimChange> = {}): ClaimChange => ({
  id,
  findingId: null,
  side: "supports",
  themeId: null,
  stance: null,
  supports: [],
  contradicts: [],
  ...over,
});

function save(over: Partial<SaveDraftInput>, viewer = facilitator) {
  return saveDraft(viewer, {
    reportId: report.id,
    changed: [],
    removed: [],
    order: [ids.first, ids.second],
    rearranged: false,
    claims: [],
    known: { [ids.first]: 1, [ids.second]: 1 },
    ...over,
  });
}

const draft = async () => getDraft(facilitator, report);
const texts = async () => (await draft()).blocks.map(({ content }) => plainText(content));

beforeAll(async () => {
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "read_back" },
    contribution: { text: "Marking differs between providers." },
    theme: {},
  });
  ({ review, facilitator, lead, contribution } = scene);
  ({ id: findingId } = await makeFinding(scene.theme, [contribution]));
});

/** A draft of two paragraphs, new for each test. */
beforeEach(async () => {
  const slug = `draft-${randomUUID()}`;
  const { id } = await db().report.create({
    data: { reviewId: review.id, slug, title: "A draft", createdById: facilitator.userId },
    select: { id: true },
  });
  report = await getReport(facilitator, review.id, slug);
  ids = { first: randomUUID(), second: randomUUID() };
  await db().block.createMany({
    data: [ids.first, ids.second].map((blockId, index) => ({
      id: blockId,
      reportId: id,
      section: "final" as const,
      type: "paragraph" as const,
      position: index + 1,
      content: paragraph(index === 0 ? "One." : "Two."),
    })),
  });
});

describe("saving a draft as one types", () => {
  test("stores what was written, added, moved and removed, and keeps what was there", async () => {
    const added = randomUUID();
    const answer = await save({
      changed: [
        changed(ids.first, paragraph("One, again."), 1),
        changed(added, blockOf("heading", [{ text: "New", marks: [] }]), 0),
      ],
      removed: [{ id: ids.second, revision: 1 }],
      order: [added, ids.first],
      rearranged: true,
    });
    expect(await texts()).toEqual(["New", "One, again."]);
    expect(answer).toMatchObject({ clashes: [], theirs: [], gone: [ids.second], order: [added, ids.first] });
    expect(Object.fromEntries(answer.saved.map(({ id, revision }) => [id, revision]))).toEqual({
      [added]: 1,
      [ids.first]: 2,
    });
    expect((await draft()).removed.map(({ id }) => id)).toEqual([ids.second]);
    const revisions = await db().blockRevision.findMany({ where: { blockId: ids.first } });
    expect(revisions).toMatchObject([{ revision: 1, endedById: facilitator.userId }]);
    const actions = await db().auditEntry.findMany({
      where: { subjectId: { in: [added, ids.first, ids.second] } },
    });
    expect(actions.map(({ action }) => action).sort()).toEqual([
      "block.add",
      "block.edit",
      "block.move",
      "block.remove",
    ]);
  });

  test("stores a table as one text, whose cells cite what they are said to and are searched by their words", async () => {
    const claimId = randomUUID();
    const table = blockOf("table", [
      { text: "What was asked\nAsk\tWhy\nMarking\t", marks: [] },
      { text: "Moderation differs", marks: [{ type: "claim", attrs: { id: claimId } }] },
    ]);
    await save({
      changed: [changed(ids.first, table, 1)],
      claims: [claim(claimId, { supports: [contribution.id] })],
    });
    const { blocks, claims } = await draft();
    expect(blocks[0]).toMatchObject({ type: "table", content: table });
    expect(claims.get(claimId)?.supports.map(({ id }) => id)).toEqual([contribution.id]);
    for (const [word, found] of [
      ["moderation", 1],
      ["askwhy", 0],
    ] as const)
      expect(
        await db().$queryRaw`
          SELECT 1 FROM block WHERE id = ${ids.first}::uuid AND words @@ to_tsquery('english', ${word})`,
      ).toHaveLength(found);
  });

  test("sent twice is saved once", async () => {
    const added = randomUUID();
    const claimId = randomUUID();
    const sent = {
      changed: [
        changed(ids.first, paragraph("One, again.", claimId), 1),
        changed(added, paragraph("New."), 0),
      ],
      order: [ids.first, added, ids.second],
      claims: [claim(claimId, { findingId, supports: [contribution.id] })],
    };
    const first = await save(sent);
    expect(await save(sent)).toEqual(first);
    expect(await texts()).toEqual(["One, again.", "New.", "Two."]);
    expect(await db().blockRevision.count({ where: { blockId: { in: [ids.first, added] } } })).toBe(1);
    expect(await db().claimEvidence.count({ where: { claimId } })).toBe(1);
  });

  test("goes on from an added paragraph that no answer came for, until somebody else changes it", async () => {
    const added = randomUUID();
    const order = [ids.first, ids.second, added];
    await save({ changed: [changed(added, paragraph("New."), 0)], order });
    const again = await save({ changed: [changed(added, paragraph("New, and more."), 0)], order });
    expect(again).toMatchObject({ clashes: [], saved: [{ id: added, revision: 2 }] });
    const third = await save({ changed: [changed(added, paragraph("New, once more."), 0)], order });
    expect(third).toMatchObject({ clashes: [added], theirs: [{ id: added, revision: 2 }] });
  });

  test("gives back what somebody else changed since, with their text, and stores all of the rest", async () => {
    await save({ changed: [changed(ids.first, paragraph("Theirs."), 1)] }, lead);
    const answer = await save({
      changed: [changed(ids.first, paragraph("Mine."), 1), changed(ids.second, paragraph("Two, again."), 1)],
    });
    expect(answer).toMatchObject({
      clashes: [ids.first],
      saved: [{ id: ids.second, revision: 2 }],
      theirs: [{ id: ids.first, revision: 2, content: paragraph("Theirs."), erased: false }],
    });
    expect(await texts()).toEqual(["Theirs.", "Two, again."]);
    const kept = await save({
      removed: [{ id: ids.first, revision: 1 }],
      order: [ids.second],
      known: { [ids.first]: 1, [ids.second]: 2 },
    });
    expect(kept).toMatchObject({ clashes: [ids.first], gone: [] });
    await save({ changed: [changed(ids.first, paragraph("Mine."), 2)] });
    expect((await texts())[0]).toBe("Mine.");
  });

  test("tells of what others wrote elsewhere, and keeps what both added where each put it", async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await save(
      { changed: [changed(theirs, paragraph("Theirs."), 0)], order: [theirs, ids.first, ids.second] },
      lead,
    );
    const answer = await save({
      changed: [changed(mine, paragraph("Mine."), 0)],
      order: [ids.first, ids.second, mine],
    });
    expect(answer).toMatchObject({
      theirs: [{ id: theirs, content: paragraph("Theirs.") }],
      order: [theirs, ids.first, ids.second, mine],
    });
  });

  test("puts back a paragraph that somebody removed while its words were changed", async () => {
    await save({ removed: [{ id: ids.first, revision: 1 }], order: [ids.second] }, lead);
    expect(await save({})).toMatchObject({ gone: [ids.first] });
    const answer = await save({ changed: [changed(ids.first, paragraph("Still needed."), 1)] });
    expect(answer).toMatchObject({ clashes: [], gone: [] });
    expect(await texts()).toEqual(["Still needed.", "Two."]);
  });
});

describe("claims of a saved draft", () => {
  test("cite what they are said to, and go with their words to another paragraph", async () => {
    const id = randomUUID();
    const answer = await save({
      changed: [changed(ids.first, paragraph("Marking differs.", id), 1)],
      claims: [claim(id, { findingId, supports: [contribution.id] })],
    });
    expect(answer.claims).toMatchObject([{ id, findingId, supports: [{ id: contribution.id }] }]);
    await save({
      changed: [
        changed(ids.first, paragraph("One."), 2),
        changed(ids.second, paragraph("Marking differs.", id), 1),
      ],
    });
    const stored = await db().claim.findUniqueOrThrow({ where: { id }, include: { evidence: true } });
    expect(stored).toMatchObject({ blockId: ids.second, removedAt: null, evidence: [{ until: null }] });
    await save({ changed: [changed(ids.second, paragraph("Two."), 2)] });
    expect((await db().claim.findUniqueOrThrow({ where: { id } })).removedAt).not.toBeNull();
  });

  test("are in one paragraph alone, of this report, and cite what it covers", async () => {
    const id = randomUUID();
    const twice = [
      changed(ids.first, paragraph("One.", id), 1),
      changed(ids.second, paragraph("Two.", id), 1),
    ];
    await expect(save({ changed: twice })).rejects.toMatchObject({ kind: "invalid" });
    await save({ changed: [changed(ids.first, paragraph("One.", id), 1)] });
    await expect(save({ changed: [changed(ids.second, paragraph("Two.", id), 1)] })).rejects.toMatchObject({
      kind: "invalid",
    });
    await setClaimEvidence(facilitator, { claimId: id, supports: [contribution.id], contradicts: [] });
    const { contribution: foreign } = await makeScene({ contribution: {} });
    await expect(save({ claims: [claim(id, { supports: [foreign.id] })] })).rejects.toMatchObject({
      kind: "invalid",
    });
    await expect(save({ claims: [claim(id, { findingId: randomUUID() })] })).rejects.toMatchObject({
      kind: "invalid",
    });
    expect((await draft()).claims.get(id)?.supports).toMatchObject([{ id: contribution.id }]);
  });
});

test("only those who write the report save it", async () => {
  const wanted = { changed: [changed(ids.first, paragraph("Mine."), 1)] };
  const writing = { reportId: report.id, blockId: ids.first };
  for (const outsider of await makeOutsiders(review)) {
    await expect(save(wanted, outsider)).rejects.toMatchObject({ kind: "not-found" });
    await expect(announceWriting(outsider, writing)).rejects.toMatchObject({ kind: "not-found" });
  }
  await announceWriting(facilitator, writing);
  expect(await texts()).toEqual(["One.", "Two."]);
  await db().report.update({ where: { id: report.id }, data: { state: "published" } });
  const [reviewer] = await makeOutsiders(review);
  await expect(save(wanted, reviewer)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await save(wanted)).toMatchObject({ clashes: [] });
  expect((await texts())[0]).toBe("Mine.");
});

test("what one person wrote in a paragraph in one go is one entry of the history, with the words before and after", async () => {
  for (const [revision, text] of ["One, a", "One, again", "One, again."].entries())
    await save({ changed: [changed(ids.first, paragraph(text), revision + 1)] });
  await save({ changed: [changed(ids.first, paragraph("One more."), 4)] }, lead);
  await save({ removed: [{ id: ids.first, revision: 5 }], order: [ids.second] }, lead);
  const { entries, more } = await listWriting(facilitator, report, 2);
  expect(entries).toMatchObject([
    { before: "One, again.", after: "One more.", saves: 1, removed: true },
    { before: "One.", after: "One, again.", saves: 3 },
  ]);
  expect(new Set(entries.map(({ by }) => by)).size).toBe(2);
  expect(more).toBe(0);
  expect(await listWriting(facilitator, report, 1)).toMatchObject({ entries: [{ saves: 1 }], more: 1 });
  for (const outsider of await makeOutsiders(review))
    await expect(listWriting(outsider, report, 1)).rejects.toThrow();
});
