import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { restoreTheme, retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { addExample, removeExample } from "@/lib/tag/recoding/commands/set-example";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listExamples } from "@/lib/tag/recoding/queries/theme-history";
import { makeCodebookWorld } from "@/tests/support/worlds/codebook-world";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember } from "@/tests/support/worlds/factories";

openTestDatabase();

async function undoLast(lead: Viewer, reviewId: string) {
  const change = await db().codingChange.findFirstOrThrow({
    where: { reviewId, undoneAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  await undoCodingChange(lead, { id: change.id });
}

async function tree(lead: Viewer, reviewId: string) {
  const themes = await listThemes(lead, reviewId);
  const titleOf = (id: string) => themes.find((theme) => theme.id === id)?.title;
  return themes.map(({ title, parentId }) => (parentId ? `${titleOf(parentId)} > ${title}` : title));
}

describe("placing a theme", () => {
  test("moves it, keeps where it was, and sent twice moves it once", async () => {
    const { lead, review, a, c } = await makeCodebookWorld();
    const move = { id: c.id, parentId: null, afterId: a.id };
    await placeTheme(lead, move);
    await placeTheme(lead, move);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Cover", "Budgets"]);
    expect(
      await db().themePlacement.findMany({ where: { themeId: c.id }, orderBy: { from: "asc" } }),
    ).toEqual([
      expect.objectContaining({ position: 3, until: expect.any(Date) }),
      expect.objectContaining({ position: 2, until: null }),
    ]);
    expect(await db().codingChange.count({ where: { reviewId: review.id } })).toBe(1);
    await undoLast(lead, review.id);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Budgets", "Cover"]);
  });

  test("puts it under another, one level down and no further", async () => {
    const { lead, review, a, b, c } = await makeCodebookWorld();
    await placeTheme(lead, { id: c.id, parentId: a.id, afterId: "last" });
    expect(await tree(lead, review.id)).toEqual(["Aims", "Aims > Cover", "Budgets"]);
    const under = (id: string, parentId: string) => placeTheme(lead, { id, parentId, afterId: "last" });
    for (const [id, parentId] of [
      [b.id, c.id],
      [a.id, b.id],
      [a.id, a.id],
    ] as const)
      await expect(under(id, parentId)).rejects.toMatchObject({
        fieldErrors: { parentId: expect.any(String) },
      });
    await under(b.id, a.id);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Aims > Cover", "Aims > Budgets"]);
    await placeTheme(lead, { id: c.id, parentId: null, afterId: null });
    expect(await tree(lead, review.id)).toEqual(["Cover", "Aims", "Aims > Budgets"]);
  });

  test("alongside a theme that is not there is stale; undoing is refused once others were moved", async () => {
    const { lead, review, a, b, c } = await makeCodebookWorld();
    await expect(placeTheme(lead, { id: a.id, parentId: b.id, afterId: c.id })).rejects.toMatchObject({
      kind: "stale",
    });
    await placeTheme(lead, { id: c.id, parentId: null, afterId: null });
    const { id } = await db().codingChange.findFirstOrThrow({ where: { reviewId: review.id } });
    await placeTheme(lead, { id: a.id, parentId: null, afterId: b.id });
    await expect(undoCodingChange(lead, { id })).rejects.toMatchObject({ kind: "stale" });
    await undoLast(lead, review.id);
    await undoCodingChange(lead, { id });
    expect(await tree(lead, review.id)).toEqual(["Aims", "Budgets", "Cover"]);
  });
});

describe("retiring and restoring", () => {
  test("can be undone, each once", async () => {
    const { lead, review, b } = await makeCodebookWorld();
    await retireTheme(lead, { id: b.id });
    await undoLast(lead, review.id);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Budgets", "Cover"]);
    await retireTheme(lead, { id: b.id });
    await restoreTheme(lead, { id: b.id });
    await undoLast(lead, review.id);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Cover"]);
    const kinds = await db().codingChange.findMany({ where: { themeId: b.id }, select: { kind: true } });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["restore", "retire", "retire"]);
  });

  test("is refused while it has children, and moves it to the top where its parent is gone", async () => {
    const { lead, review, a, c } = await makeCodebookWorld();
    await placeTheme(lead, { id: c.id, parentId: a.id, afterId: "last" });
    await expect(retireTheme(lead, { id: a.id })).rejects.toMatchObject({ kind: "invalid" });
    await retireTheme(lead, { id: c.id });
    await retireTheme(lead, { id: a.id });
    await restoreTheme(lead, { id: c.id });
    expect(await tree(lead, review.id)).toEqual(["Budgets", "Cover"]);
    await undoLast(lead, review.id);
    await undoLast(lead, review.id);
    await undoLast(lead, review.id);
    expect(await tree(lead, review.id)).toEqual(["Aims", "Aims > Cover", "Budgets"]);
  });
});

test("a change of meaning is remembered with its revision, one of wording is not", async () => {
  const { lead, a } = await makeCodebookWorld();
  const texts = {
    title: "Aims",
    definition: "Aims of it.",
    includes: "More.",
    excludes: "That.",
    signalWords: "",
  };
  await changeTheme(lead, { id: a.id, revision: 1, ...texts, changes: "wording" });
  const since = async () => (await db().theme.findUniqueOrThrow({ where: { id: a.id } })).meaningSince;
  expect(await since()).toBe(1);
  await changeTheme(lead, { id: a.id, revision: 2, ...texts, includes: "Most.", changes: "meaning" });
  expect(await since()).toBe(3);
  await changeTheme(lead, { id: a.id, revision: 3, ...texts, includes: "Most.", title: "Ends" });
  expect(await since()).toBe(3);
});

describe("examples", () => {
  test("are words of a contribution as it is now, and disappear with it", async () => {
    const { lead, review, a, contributions } = await makeCodebookWorld();
    const [contribution, other] = contributions;
    await db().contribution.update({ where: { id: contribution.id }, data: { text: "Marking 🎓 differs." } });
    const words = { themeId: a.id, contributionId: contribution.id, spanStart: 8, spanEnd: 9 };
    await addExample(lead, { ...words, belongs: true });
    await addExample(lead, { ...words, belongs: true });
    await addExample(lead, { themeId: a.id, contributionId: other.id, belongs: false });
    const shown = async (viewer = lead) =>
      (await listExamples(viewer, a.id)).map(({ belongs, text }) => ({ belongs, text }));
    expect(await shown()).toEqual([
      { belongs: true, text: "🎓" },
      { belongs: false, text: other.text },
    ]);
    await db().contribution.update({ where: { id: other.id }, data: { struckAt: new Date() } });
    expect(await shown()).toEqual([{ belongs: true, text: "🎓" }]);
    await addExample(lead, { ...words, belongs: false });
    expect(await shown()).toEqual([{ belongs: false, text: "🎓" }]);
    expect(await shown(await makeMember(review, "reviewer"))).toEqual([]);
    expect(await shown(await makeMember(review, "fellow"))).toEqual([]);
    const [example] = await listExamples(lead, a.id);
    await removeExample(lead, { id: example?.id ?? "" });
    await removeExample(lead, { id: example?.id ?? "" });
    expect(await shown()).toEqual([]);
  });

  test("come from open contributions of the same review", async () => {
    const { lead, a, contributions } = await makeCodebookWorld();
    const elsewhere = await makeCodebookWorld();
    const add = (contributionId: string) =>
      addExample(lead, { themeId: a.id, contributionId, belongs: true });
    await expect(add(elsewhere.contributions[0].id)).rejects.toMatchObject({ kind: "not-found" });
    await db().contribution.update({ where: { id: contributions[0].id }, data: { struckAt: new Date() } });
    await expect(add(contributions[0].id)).rejects.toMatchObject({ kind: "invalid" });
  });
});
