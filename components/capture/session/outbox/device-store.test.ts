import { expect, test } from "vitest";
import type { Entry } from "@/lib/capture/session/outbox";
import { EMPTY_DRAFT } from "@/lib/capture/session/bar/draft";
import type { OperationOf } from "@/lib/capture/session/operation";
import { fetchKey, me, prepareOutboxPages, record } from "@/tests/support/outbox-pages";
import { openDeviceStore } from "./device-store";

prepareOutboxPages();

const entryOf = (operation: OperationOf<"record">): Entry => ({
  operation,
  order: 1,
  queuedAt: 1,
  state: "waiting",
  message: null,
  theirs: null,
  kept: false,
});

/** The bar as a reload finds it after this was typed into it and, before that was on the disk, this was logged. */
async function draftAfter(typed: string, logged: string): Promise<unknown> {
  const operation = record(logged);
  const store = await openDeviceStore(me, fetchKey);
  const typing = store.putDraft(operation.roundtableId, { ...EMPTY_DRAFT, text: typed });
  await store.put(entryOf(operation));
  await typing;
  const again = await openDeviceStore(me, fetchKey);
  expect(await again.entries()).toMatchObject([{ operation: { text: logged } }]);
  return again.draft(operation.roundtableId);
}

test("a draft goes with the contribution that it became, also where the bar was stored before the last words", async () => {
  expect(await draftAfter("It was worth it", "It was worth it")).toBeNull();
});

test("the beginning of what was logged goes too, and a quotation’s marks do not matter", async () => {
  expect(await draftAfter(" “It was wor", "It was worth it")).toBeNull();
});

test("other words stay in the bar", async () => {
  const other = await draftAfter("And the days", "Moment to come back to");
  expect(other).toMatchObject({ text: "And the days" });
});

test("a bar without words keeps who speaks", async () => {
  expect(await draftAfter("", "Moment to come back to")).toMatchObject({ source: EMPTY_DRAFT.source });
});
