import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { TaggingForm } from "@/lib/tag/coding/tagging-input";
import { openTestDatabase } from "@/tests/support/database";
import { countStatements } from "@/tests/support/machine/sent-statements";
import { makeMember } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeStory() {
  const { review, facilitator, contribution, theme } = await makeScene({
    members: ["facilitator"],
    contribution: {},
    theme: {},
  });
  const said = { contributionId: contribution.id, themeId: theme.id, stance: "ask" as const };
  const onLine = async () => (await listTaggings(facilitator, [contribution.id])).get(contribution.id) ?? [];
  return { review, contribution, facilitator, said, onLine };
}

describe("changes as the tagging page sends them", () => {
  test("one's own tagging is identified by its content: set, changed, removed, each safe to send twice", async () => {
    const { facilitator, said, onLine } = await makeStory();
    const twice = async (change: Parameters<typeof changeTaggings>[1]) => {
      await changeTaggings(facilitator, change);
      await changeTaggings(facilitator, change);
    };
    await twice({ change: "set", ...said });
    expect(await onLine()).toMatchObject([{ stance: "ask", mine: true }]);
    await twice({ change: "stance", ...said, to: "strength" });
    expect(await onLine()).toMatchObject([{ stance: "strength" }]);
    await twice({ change: "remove", ...said, stance: "strength" });
    expect(await onLine()).toEqual([]);
  });

  test("removing one's own leaves a colleague's, which the lead alone removes", async () => {
    const { review, contribution, facilitator, said, onLine } = await makeStory();
    const [colleague, lead] = [await makeMember(review, "facilitator"), await makeMember(review, "lead")];
    await changeTaggings(colleague, { change: "set", ...said });
    await changeTaggings(facilitator, { change: "remove", ...said });
    const [theirs] = await onLine();
    if (!theirs) throw new Error("The colleague's tagging is gone.");
    const removal = { change: "remove-other", contributionId: contribution.id, id: theirs.id } as const;
    await expect(changeTaggings(facilitator, removal)).rejects.toMatchObject({ kind: "forbidden" });
    await changeTaggings(lead, removal);
    expect(await onLine()).toEqual([]);
  });

  test("a person who may not see the contribution finds nothing", async () => {
    const { review, facilitator, said } = await makeStory();
    for (const role of ["reviewer", "fellow"] as const) {
      const member = await makeMember(review, role);
      for (const change of ["set", "remove"] as const)
        await expect(changeTaggings(member, { change, ...said })).rejects.toMatchObject({
          kind: "not-found",
        });
    }
    await expect(changeTaggings(facilitator, { change: "set", ...said })).resolves.toBeDefined();
  });

  test("a theme is set in one statement, with its audit entry, and refused in the same words as in several", async () => {
    const { facilitator, contribution, said, onLine } = await makeStory();
    const set = (words = {}) => changeTaggings(facilitator, { change: "set", ...said, ...words });
    const noted = () => db().auditEntry.findMany({ where: { action: "tagging.set" } });
    const marked = { stance: "strength", spanStart: 0, spanEnd: 3 } as const;
    // The first one of a coder makes the coder too.
    await set();
    const before = (await noted()).length;
    expect(await countStatements(() => set(marked))).toBe(1);
    const whole = { stance: "improvement", spanStart: 0, spanEnd: [...contribution.text].length } as const;
    expect(await countStatements(() => set(whole))).toBe(1);
    await set(marked);
    const taggings = await onLine();
    expect(taggings).toMatchObject([
      { stance: "ask", spanStart: null },
      { ...marked, mine: true, explicit: true, stale: false },
      { stance: "improvement", spanStart: null, spanEnd: null },
    ]);
    const entries = (await noted()).slice(before);
    expect(entries.map(({ subjectId }) => subjectId)).toEqual(taggings.slice(1).map(({ id }) => id));
    for (const { detail, salt, digest } of entries)
      expect(sha256(salt ?? "", canonicalJson(detail))).toEqual(Uint8Array.from(digest));

    await expect(set({ spanStart: 2, spanEnd: 1_000 })).rejects.toMatchObject({ kind: "stale" });
    await db().theme.update({ where: { id: said.themeId }, data: { retiredAt: new Date() } });
    await expect(set({ stance: "observation" })).rejects.toThrow("This theme is retired");
    await db().contribution.update({ where: { id: contribution.id }, data: { struckAt: new Date() } });
    await expect(set({ stance: "observation" })).rejects.toThrow("struck out");
    expect(await noted()).toHaveLength(before + 2);
  });

  test("a button's change is read from its query string, and nonsense is refused", async () => {
    const { said } = await makeStory();
    const change = { change: "stance", ...said, to: "strength" } as const;
    const pressed = new URLSearchParams(change).toString();
    expect(TaggingForm.parse({ pressed })).toEqual(change);
    expect(TaggingForm.safeParse({ pressed: "change=everything" }).success).toBe(false);
    expect(TaggingForm.safeParse({ change: "set", ...said, themeId: "" }).error?.issues[0]?.message).toBe(
      "Choose a theme",
    );
  });
});
