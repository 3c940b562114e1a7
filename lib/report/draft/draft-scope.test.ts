import { describe, expect, it } from "vitest";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import { draftScopes } from "./draft-scope";
import { DraftInput } from "./report";

const roundtable = (id: string, state: RoundtableState) => ({
  id,
  slug: `at-${id}`,
  title: `Roundtable ${id}`,
  heldOn: new Date("2025-05-14"),
  state,
});
const about = (roundtableId: string | null) => ({ roundtableId });

describe("what a draft may cover", () => {
  it("offers closed roundtables first, and says the state of each", () => {
    const { scopes } = draftScopes([roundtable("a", "in_session"), roundtable("b", "closed")], [], undefined);
    expect(scopes.map(({ label, hint }) => `${label}: ${hint}`)).toEqual([
      "Roundtable b: 14 May 2025 · Closed",
      "Roundtable a: 14 May 2025 · In session, not closed yet: its record can still change",
      "The whole review: 1 of 2 roundtables are closed",
    ]);
  });

  it("preselects the one closed roundtable without a report", () => {
    const all = [roundtable("a", "planned"), roundtable("b", "closed"), roundtable("c", "closed")];
    expect(draftScopes(all, [about("b"), about(null)], undefined).chosen).toBe("c");
  });

  it("preselects nothing where several roundtables need a report, or none does", () => {
    const all = [roundtable("a", "in_session"), roundtable("b", "closed"), roundtable("c", "closed")];
    expect(draftScopes(all, [], undefined).chosen).toBeUndefined();
    expect(draftScopes(all, [about("b"), about("c")], undefined).chosen).toBeUndefined();
  });

  it("preselects the roundtable that was asked for, whatever its state", () => {
    const all = [roundtable("a", "in_session"), roundtable("b", "closed")];
    expect(draftScopes(all, [], "at-a").chosen).toBe("a");
  });
});

describe("what the form of a draft sends", () => {
  const sent = (fields: object) =>
    DraftInput.safeParse({ reviewId: "6f0e7f7e-0c0f-4a53-9a58-6c8a2c5d1a10", title: "A title", ...fields });

  it("covers the whole review only where that was chosen", () => {
    expect(sent({ roundtableId: "review" }).data?.roundtableId).toBeNull();
    for (const nothing of [{}, { roundtableId: "" }])
      expect(sent(nothing).error?.issues[0]?.message).toBe("Choose a roundtable, or the whole review");
  });

  it("may leave out the title, which the draft then makes", () => {
    expect(sent({ roundtableId: "review", title: " " }).data?.title).toBe("");
  });
});
