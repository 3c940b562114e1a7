import { describe, expect, test } from "vitest";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { TaggingForm } from "@/lib/tag/coding/tagging-input";
import { openTestDatabase } from "@/tests/support/database";
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
