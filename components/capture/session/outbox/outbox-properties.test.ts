import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { setNetwork } from "@/tests/support/fake-browser";
import {
  eventually,
  ids,
  killBrowser,
  me,
  openPage,
  record,
  server,
  prepareOutboxPages,
} from "@/tests/support/outbox-pages";
import { countWaiting } from "./device-store";

prepareOutboxPages();

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  "nothing kept is lost, nothing is stored twice or under another name, and each tab's order is kept (seed %i)",
  { timeout: 120_000 },
  async (seed) => {
    const random = seededRandom(seed);
    const upTo = (n: number) => Math.floor(random() * n);
    const colleague = randomUUID();
    let pages = [await openPage(), await openPage()];
    let typed: string[][] = [[], []];
    /** What each tab typed in each run of the browser, in order. */
    const orders = [...typed];
    const kept = new Set<string>();
    const underWay = new Set<string>();
    const refused = new Set<string>();

    const type = async (willBeKept: boolean) => {
      const tab = upTo(2);
      const operation = record(`Number ${kept.size + underWay.size}`);
      if (random() < 0.1) {
        server.refused.set(operation.id, "Not like this.");
        refused.add(operation.id);
      }
      typed[tab]?.push(operation.id);
      const adding = pages[tab]?.add(operation);
      if (!willBeKept) return void underWay.add(operation.id);
      await adding;
      kept.add(operation.id);
    };
    const restart = async () => {
      await type(false);
      killBrowser();
      pages = [await openPage(), await openPage()];
      typed = [[], []];
      orders.push(...typed);
    };
    const steps: (() => Promise<unknown> | void)[] = [
      () => type(true),
      () => type(true),
      () => type(true),
      () => void (server.fate = random() < 0.5 ? "answered" : "unreachable"),
      () => void server.fates.push("unanswered"),
      () => void server.fates.push("foreign-page"),
      () => void (server.signedIn = [me, me, colleague, null][upTo(4)] ?? null),
      () => setNetwork(false),
      () => setNetwork(true),
      () => new Promise((resolve) => setTimeout(resolve, upTo(4))),
      restart,
    ];
    for (let n = 0; n < 60; n++) await steps[upTo(steps.length)]?.();

    server.signedIn = me;
    server.fate = "answered";
    server.fates = [];
    server.refused.clear();
    await eventually(async () => {
      setNetwork(true);
      for (const page of pages)
        for (const { operation, state } of page.snapshot().entries)
          if (state === "refused") await page.retry(operation.id);
      expect(pages.flatMap(ids)).toEqual([]);
      expect(await countWaiting(me)).toBe(0);
    });
    const stored = server.idsOf(me);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored).toHaveLength(server.stored.length);
    expect([...kept].filter((id) => !stored.includes(id))).toEqual([]);
    expect(stored.filter((id) => !kept.has(id) && !underWay.has(id))).toEqual([]);
    for (const order of orders) {
      const expected = order.filter((id) => stored.includes(id) && !refused.has(id));
      expect(stored.filter((id) => expected.includes(id))).toEqual(expected);
    }
  },
);
