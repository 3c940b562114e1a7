import { expect, test } from "vitest";
import { blockOf, plainText } from "@/lib/report/draft/block";
import { CHECK_KINDS, fault, advice, type Check } from "./check";
import {
  checkKey,
  isWaivable,
  neededWaivers,
  tellingWaivers,
  withWaivers,
  type StandingWaiver,
} from "./waiver";

const at = { blockId: "b", claimId: null };
const framing: Check = { ...fault("framing", "It reports."), ...at };

function waiver(over: Partial<StandingWaiver> = {}): StandingWaiver {
  const { blockId } = at;
  return { id: "w", blockId, section: "final", check: checkKey(framing), reason: "It is a title", ...over };
}

test("only checks that protect nobody can be set aside", () => {
  const waivable = CHECK_KINDS.filter((kind) => isWaivable({ ...fault(kind, "So."), ...at }));
  expect(waivable).toEqual(["framing", "unheard"]);
  expect(isWaivable({ ...advice("framing", "So."), ...at })).toBe(false);
  expect(isWaivable({ ...framing, blockId: null })).toBe(false);
});

test("a waiver is of one check in one block, and no longer of it once it says something else", () => {
  expect(withWaivers([framing], [waiver()])).toMatchObject([{ blocking: false, waiver: { id: "w" } }]);
  const others: Check[] = [
    { ...framing, message: "It reports more." },
    { ...framing, blockId: "c" },
    { ...fault("identity", "It reports."), ...at },
  ];
  expect(withWaivers(others, [waiver()])).toEqual(others);
  expect(
    withWaivers(
      [{ ...fault("identity", "P07."), ...at }],
      [waiver({ check: checkKey({ ...fault("identity", "P07."), ...at }) })],
    ),
  ).toMatchObject([{ blocking: true }]);
});

test("the note on the method prints the reason of each waiver that is needed, at its end", () => {
  const blocks = [
    { section: "final" as const, content: blockOf("paragraph", [{ text: "So it ends.", marks: [] }]) },
    { section: "method" as const, content: blockOf("paragraph", [{ text: "How.", marks: [] }]) },
  ];
  const [end, note] = tellingWaivers(blocks, [waiver()]) ?? [];
  expect(end).toEqual(blocks[0]);
  expect(note && plainText(note.content)).toBe(
    "How. Under “Final thoughts”, a sentence reads as a report of what was said and cites no contribution. The reason given: It is a title.",
  );
  expect(tellingWaivers(blocks.slice(0, 1), [waiver()])).toBeNull();
  expect(tellingWaivers(blocks, [])).toEqual(blocks);
  expect(neededWaivers(withWaivers([framing], [waiver()]), [waiver(), waiver({ id: "v" })])).toEqual([
    waiver(),
  ]);
});
