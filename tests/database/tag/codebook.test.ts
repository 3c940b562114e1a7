import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { installCodebook } from "@/lib/tag/codebook/commands/install-codebook";
import { restoreTheme, retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { getTheme, listThemeRevisions, listThemes } from "@/lib/tag/codebook/queries/themes";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeReview,
  makeRoundtable,
  makeStranger,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const WORDS = { definition: "What belongs here.", includes: "This.", excludes: "That.", signalWords: "" };

async function makeCodebook() {
  const { review, lead } = await makeScene({ members: ["lead"] });
  await installCodebook(lead, { reviewId: review.id, themes: [...BUILT_IN_CODEBOOK] });
  const coaching = await getTheme(lead, review.id, "coaching");
  return { review, lead, coaching };
}

describe("installing the built-in codebook", () => {
  test("gives its themes in order, areas last; twice adds nothing", async () => {
    const { review, lead } = await makeCodebook();
    const slugs = (await listThemes(lead, review.id)).map(({ slug }) => slug);
    expect(slugs).toEqual(BUILT_IN_CODEBOOK.map(({ slug }) => slug));
    expect(await installCodebook(lead, { reviewId: review.id, themes: BUILT_IN_CODEBOOK })).toEqual({
      added: 0,
    });
    expect(await listThemes(lead, review.id)).toHaveLength(15);
  });
});

describe("adding a theme", () => {
  const theme = { axis: "theme" as const, title: "Early years", ...WORDS };

  test("puts it at the end of its axis, with an address of its own", async () => {
    const { review, lead } = await makeCodebook();
    const added = await addTheme(lead, { ...theme, reviewId: review.id });
    expect(added.slug).toBe("early-years");
    const themes = (await listThemes(lead, review.id)).filter(({ axis }) => axis === "theme");
    expect(themes.at(-1)).toMatchObject({ id: added.id, title: "Early years", revision: 1, retired: false });
  });

  test("refuses a title that is taken, also when two are added at the same moment", async () => {
    const { review, lead } = await makeCodebook();
    const input = { ...theme, reviewId: review.id };
    const both = await Promise.allSettled([addTheme(lead, input), addTheme(lead, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(addTheme(lead, { ...input, title: "EARLY YEARS" })).rejects.toMatchObject({
      fieldErrors: { title: expect.stringContaining("Early years") },
    });
  });
});

describe("changing a theme", () => {
  test("keeps what it said, who ended it, and its address", async () => {
    const { review, lead, coaching } = await makeCodebook();
    const change = { id: coaching.id, revision: 1, title: "Coaching and mentoring", ...WORDS };
    expect(await changeTheme(lead, change)).toMatchObject({ slug: "coaching" });
    expect(await getTheme(lead, review.id, "coaching")).toMatchObject({ ...change, revision: 2 });
    expect(await listThemeRevisions(lead, coaching.id)).toMatchObject([
      { revision: 1, title: "Coaching", definition: coaching.definition, endedBy: lead.name },
    ]);
    const fellow = await makeMember(review, "fellow");
    expect(await listThemeRevisions(fellow, coaching.id)).toMatchObject([{ revision: 1, endedBy: null }]);
  });

  test("keeps signal words with its revisions; changing them alone makes no tagging stale", async () => {
    const { review, lead, coaching } = await makeCodebook();
    expect(coaching.signalWords).toContain("mentor");
    const { id, title, definition, includes, excludes } = coaching;
    const change = { id, revision: 1, title, definition, includes, excludes, signalWords: "coach, buddy" };
    await changeTheme(lead, change);
    expect(await getTheme(lead, review.id, "coaching")).toMatchObject({
      ...change,
      revision: 2,
      meaningSince: 1,
    });
    expect(await listThemeRevisions(lead, id)).toMatchObject([{ signalWords: coaching.signalWords }]);
    const facilitator = await makeMember(review, "facilitator");
    await expect(
      changeTheme(facilitator, { ...change, revision: 2, signalWords: "mine" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("a stale change is refused and changes nothing; the same text sent twice is done once", async () => {
    const { review, lead, coaching } = await makeCodebook();
    const change = { id: coaching.id, revision: 1, title: "Coaching", ...WORDS };
    await changeTheme(lead, change);
    await expect(changeTheme(lead, change)).resolves.toBeDefined();
    const late = { ...change, definition: "Another text." };
    await expect(changeTheme(lead, late)).rejects.toMatchObject({ kind: "stale" });
    expect(await getTheme(lead, review.id, "coaching")).toMatchObject({ revision: 2, ...WORDS });
    expect(await listThemeRevisions(lead, coaching.id)).toHaveLength(1);
  });
});

describe("retiring a theme", () => {
  test("takes it out of the list and can be undone; what was set stays and counts", async () => {
    const { review, lead, coaching } = await makeCodebook();
    const contribution = await makeContribution(await makeRoundtable(review));
    await setTagging(lead, { contributionId: contribution.id, themeId: coaching.id });
    await retireTheme(lead, { id: coaching.id });
    await retireTheme(lead, { id: coaching.id });
    const slugs = async () => (await listThemes(lead, review.id)).map(({ slug }) => slug);
    expect(await slugs()).not.toContain("coaching");
    expect(await listThemes(lead, review.id, { retired: true })).toContainEqual(
      expect.objectContaining({ slug: "coaching", retired: true }),
    );
    expect(await countByTheme(lead, { reviewId: review.id }, "settled")).toEqual(new Map([[coaching.id, 1]]));
    await restoreTheme(lead, { id: coaching.id });
    expect(await slugs()).toContain("coaching");
    const entries = await db().auditEntry.findMany({
      where: { subjectId: coaching.id },
      orderBy: { at: "asc" },
      select: { action: true },
    });
    expect(entries.map(({ action }) => action)).toEqual(["theme.retire", "theme.restore"]);
  });
});

describe("who may", () => {
  test("every member reads the codebook, the lead alone changes it", async () => {
    const { review, lead, coaching } = await makeCodebook();
    for (const role of ["facilitator", "reviewer", "fellow"] as const) {
      const member = await makeMember(review, role);
      expect(await listThemes(member, review.id)).toHaveLength(15);
      const forbidden = { kind: "forbidden" };
      const { id } = coaching;
      await expect(retireTheme(member, { id })).rejects.toMatchObject(forbidden);
      await expect(restoreTheme(member, { id })).rejects.toMatchObject(forbidden);
      const change = { id, revision: 1, title: "Mine", ...WORDS };
      await expect(changeTheme(member, change)).rejects.toMatchObject(forbidden);
      const added = { reviewId: review.id, axis: "theme" as const, title: "Mine", ...WORDS };
      await expect(addTheme(member, added)).rejects.toMatchObject(forbidden);
      await expect(installCodebook(member, { reviewId: review.id, themes: [] })).rejects.toMatchObject(
        forbidden,
      );
    }
    await expect(
      changeTheme(lead, { id: coaching.id, revision: 1, title: "Ours", ...WORDS }),
    ).resolves.toBeDefined();
  });

  test("strangers and members of another review find nothing", async () => {
    const { review, coaching } = await makeCodebook();
    for (const viewer of [await makeStranger(), await makeMember(await makeReview(), "lead")]) {
      expect(await listThemes(viewer, review.id)).toEqual([]);
      await expect(getTheme(viewer, review.id, "coaching")).rejects.toMatchObject({ kind: "not-found" });
      await expect(retireTheme(viewer, { id: coaching.id })).rejects.toMatchObject({ kind: "not-found" });
      await expect(
        addTheme(viewer, { reviewId: review.id, axis: "theme", title: "Mine", ...WORDS }),
      ).rejects.toMatchObject({ kind: "not-found" });
    }
  });
});
