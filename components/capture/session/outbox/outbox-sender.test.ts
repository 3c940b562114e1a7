import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { setNetwork } from "@/tests/support/fake-browser";
import {
  add,
  eventually,
  expectAllSent,
  fetchKey,
  ids,
  idsOnDisk,
  killBrowser,
  me,
  onDisk,
  openPage,
  record,
  server,
  states,
  prepareOutboxPages,
} from "@/tests/support/outbox-pages";
import { countWaiting, openDeviceStore } from "./device-store";
import { OutboxSender } from "./outbox-sender";

prepareOutboxPages();

/** The same with fake timers: `vi.waitFor` would advance the clock. */
async function untilTrue(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setImmediate(resolve));
}

function promiseWithResolve() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test("what is logged as the last sending ends is sent without waiting for anything else", async () => {
  const sender = await openPage();
  const request = navigator.locks.request.bind(navigator.locks);
  const { promise: logged, resolve } = promiseWithResolve();
  let ended = false;
  // After the last check for what waits, and before the sending is over.
  const spy = vi.spyOn(navigator.locks, "request").mockImplementation(async (...given) => {
    const result: unknown = await request(...given);
    if (!ended && given[0] === "npq-capture-send") {
      ended = true;
      await add(sender, record("Two"));
      resolve();
    }
    return result;
  });
  onTestFinished(() => void spy.mockRestore());
  await add(sender, record("One"));
  await logged;
  await expectAllSent(sender);
  expect(server.stored).toHaveLength(2);
});

describe("without network", () => {
  test("what is typed is stored encrypted, and is sent in order when the network is back", async () => {
    setNetwork(false);
    server.fate = "unreachable";
    const sender = await openPage();
    const typed = await add(sender, record("One"), record("Two"), record("Three"));
    expect(await idsOnDisk()).toEqual(typed);
    expect(sender.snapshot()).toMatchObject({ connection: { state: "offline" }, entries: [{}, {}, {}] });
    expect(server.stored).toEqual([]);
    server.fate = "answered";
    setNetwork(true);
    await expectAllSent(sender);
    expect(server.idsOf(me)).toEqual(typed);
  });

  test("a page whose contributions another tab sent is shown as online again", async () => {
    server.fate = "unreachable";
    const sender = await openPage();
    await add(sender, record("One"));
    await eventually(() => expect(sender.snapshot().connection.state).toBe("offline"));
    server.fate = "answered";
    await expectAllSent(await openPage());
    // What is logged while the page checks whether the application answers is sent as well.
    await eventually(() => expect(server.asked).toBeGreaterThan(0));
    await add(sender, record("Two"));
    await expectAllSent(sender);
    expect(server.stored).toHaveLength(2);
  });

  test("sending is tried again automatically, at growing intervals, and the page says since when it is offline", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    try {
      server.fate = "unreachable";
      const sender = await openPage();
      await add(sender, record());
      await untilTrue(() => sender.snapshot().connection.state === "offline");
      const { connection } = sender.snapshot();
      for (const [times, wait] of [500, 1000, 2000, 4000, 8000, 8000].entries()) {
        await untilTrue(() => vi.getTimerCount() === 1);
        const before = server.requests;
        await vi.advanceTimersByTimeAsync(wait - 1);
        expect(server.requests, `try ${times + 2} came too early`).toBe(before);
        await vi.advanceTimersByTimeAsync(1);
        await untilTrue(() => server.requests > before);
      }
      expect(sender.snapshot().connection).toEqual(connection);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(["foreign-page", "fault"] as const)("a useless answer (%s) loses nothing", async (fate) => {
    server.fate = fate;
    const sender = await openPage();
    const typed = await add(sender, record());
    await eventually(() => expect(sender.snapshot().connection.state).toBe("offline"));
    expect(await idsOnDisk()).toEqual(typed);
    server.fate = "answered";
    setNetwork(true);
    await expectAllSent(sender);
    expect(server.idsOf(me)).toEqual(typed);
  });
});

describe("what the server does not accept", () => {
  test("stays with the reason on page and disk, does not stop others, and is sent when it is corrected", async () => {
    const sender = await openPage();
    const [bad, good] = [record(""), record("Fine")];
    server.refused.set(bad.id, "Type what was said.");
    await add(sender, bad, good);
    await eventually(() => expect(states(sender)).toEqual(["refused"]));
    await eventually(async () =>
      expect(await onDisk()).toMatchObject([
        { operation: { id: bad.id }, state: "refused", message: "Type what was said." },
      ]),
    );
    expect(server.idsOf(me)).toEqual([good.id]);
    server.refused.clear();
    await sender.retry(bad.id, { ...bad, text: "Now with words" });
    await expectAllSent(sender);
    expect(server.stored.at(-1)?.operation).toMatchObject({ id: bad.id, text: "Now with words" });
  });

  test("is removed from page and disk when it is discarded, and was never stored", async () => {
    const sender = await openPage();
    const bad = record();
    server.refused.set(bad.id, "No.");
    await add(sender, bad);
    await eventually(() => expect(states(sender)).toEqual(["refused"]));
    await sender.discard(bad.id);
    expect(ids(sender)).toEqual([]);
    // The refusal may be on its way to the disk still, and is then removed after it.
    await eventually(async () => expect(await idsOnDisk()).toEqual([]));
    expect(server.stored).toEqual([]);
  });

  test("because one operation cannot be read does not stop the others", async () => {
    server.fate = "unreachable";
    const sender = await openPage();
    const typed = await add(sender, record(), record(), record());
    server.unreadable.add(typed[1] ?? "");
    server.fate = "answered";
    setNetwork(true);
    await eventually(() => expect(states(sender)).toEqual(["refused"]));
    expect(server.idsOf(me)).toEqual([typed[0], typed[2]]);
    expect(sender.snapshot().entries).toMatchObject([
      { operation: { id: typed[1] }, message: "Out of date." },
    ]);
  });

  test("because somebody changed it first keeps both texts, and later edits of it wait", async () => {
    const sender = await openPage();
    const edit = { do: "strike", id: randomUUID(), contributionId: "contribution", revision: 1 } as const;
    const after = { do: "restore", id: randomUUID(), contributionId: "contribution", revision: 2 } as const;
    server.stale.set(edit.id, { id: "contribution", text: "Theirs", revision: 2 });
    await add(sender, edit);
    await eventually(() => expect(states(sender)).toEqual(["stale"]));
    await add(sender, after, record("Another"));
    await eventually(() => expect(server.stored).toHaveLength(1));
    await eventually(() => expect(states(sender)).toEqual(["stale", "waiting"]));
    await eventually(async () =>
      expect(await onDisk()).toMatchObject([
        { operation: edit, state: "stale", theirs: { text: "Theirs" } },
        { operation: after, state: "waiting" },
      ]),
    );
  });
});

describe("who is signed in", () => {
  test("nobody: it waits on the disk, and is sent after its author has signed in", async () => {
    server.signedIn = null;
    const sender = await openPage();
    const typed = await add(sender, record(), record());
    await eventually(() => expect(sender.snapshot().connection).toEqual({ state: "signed-out" }));
    expect(await idsOnDisk()).toEqual(typed);
    server.signedIn = me;
    setNetwork(true);
    await expectAllSent(sender);
    expect(server.idsOf(me)).toEqual(typed);
  });

  test("somebody else: nothing is sent under their name, and they cannot read it", async () => {
    const colleague = randomUUID();
    server.signedIn = colleague;
    const sender = await openPage();
    const typed = await add(sender, record("Mine alone"));
    await eventually(() => expect(sender.snapshot().connection).toEqual({ state: "somebody-else" }));
    killBrowser();
    const theirs = await openPage(colleague);
    const [own] = await add(theirs, record("Theirs"));
    await eventually(() => expect(ids(theirs)).toEqual([]));
    expect(server.stored).toMatchObject([{ id: own, userId: colleague }]);
    expect(await idsOnDisk(colleague)).toEqual([]);
    expect(await countWaiting(me)).toBe(1);
    killBrowser();
    server.signedIn = me;
    await expectAllSent(await openPage());
    expect(server.idsOf(me)).toEqual(typed);
  });
});

describe("two tabs", () => {
  test("send in turn, each operation once, and both see the queue empty", async () => {
    const [one, two] = [await openPage(), await openPage()];
    const typed: string[][] = [[], []];
    for (let n = 0; n < 10; n++) {
      const made = await Promise.all([add(one, record(`One ${n}`)), add(two, record(`Two ${n}`))]);
      made.forEach((these, tab) => typed[tab]?.push(...these));
    }
    await expectAllSent(one);
    await expectAllSent(two);
    const stored = server.idsOf(me);
    expect(new Set(stored).size).toBe(stored.length);
    for (const own of typed) expect(stored.filter((id) => own.includes(id))).toEqual(own);
    expect(stored).toHaveLength(20);
    expect(server.mostAtOnce).toBe(1);
  });

  test("what one typed without network is shown by the other, and sent by it when the first is closed", async () => {
    server.fate = "unreachable";
    const [one, two] = [await openPage(), await openPage()];
    const typed = await add(one, record(), record());
    await eventually(() => expect(ids(two)).toEqual(typed));
    one.stop();
    server.fate = "answered";
    setNetwork(true);
    await expectAllSent(two);
    expect(server.idsOf(me)).toEqual(typed);
  });

  test("what one typed stays on its page while it reads what the other changed", async () => {
    server.fate = "unreachable";
    const held = promiseWithResolve();
    let reads = 0;
    const one = await openPage(me, (store) => ({
      entries: async () => {
        const entries = await store.entries();
        // The first read happens when the page is opened.
        if (++reads === 2) await held.promise;
        return entries;
      },
    }));
    const two = await openPage();
    const [theirs] = await add(two, record("In the other tab"));
    await eventually(() => expect(reads).toBe(2));
    const [mine] = await add(one, record("Typed meanwhile"));
    held.resolve();
    await eventually(() => expect(ids(one)).toContain(theirs));
    expect(ids(one)).toEqual([theirs, mine]);
  });
});

describe("a crash", () => {
  test("between storing and removing stores nothing twice", async () => {
    let stuck = false;
    const sender = await openPage(me, () => ({
      remove: () => {
        stuck = true;
        return new Promise(() => {});
      },
    }));
    const typed = await add(sender, record());
    await eventually(() => expect(stuck).toBe(true));
    expect(await idsOnDisk()).toEqual(typed);
    killBrowser();
    await expectAllSent(await openPage());
    expect(server.idsOf(me)).toEqual(typed);
    expect(server.requests).toBe(2);
  });

  test("before the answer arrived stores nothing twice", async () => {
    server.fates = ["unanswered"];
    const typed = await add(await openPage(), record());
    await eventually(() => expect(server.idsOf(me)).toEqual(typed));
    killBrowser();
    await expectAllSent(await openPage());
    expect(server.idsOf(me)).toEqual(typed);
  });

  test("a page announces what was stored before it leaves the queue, so that no contribution disappears in between", async () => {
    const sender = await openPage();
    const seen: string[][] = [];
    sender.hearStored(() => seen.push(ids(sender)));
    const typed = await add(sender, record());
    await expectAllSent(sender);
    expect(seen).toEqual([typed]);
  });
});

describe("the storage of this computer", () => {
  const full = () => Promise.reject(new DOMException("No room", "QuotaExceededError"));

  test("is full: it stays on the page, is not shown as kept, and is sent from there", async () => {
    server.fate = "unreachable";
    const sender = await openPage(me, () => ({ put: full }));
    const typed = await add(sender, record(), record());
    expect(sender.snapshot().entries.map(({ kept }) => kept)).toEqual([false, false]);
    // A colleague's tab that changes something must not remove it from this page.
    const other = await openPage();
    await add(other, record("Fits"));
    await eventually(() => expect(ids(sender)).toHaveLength(3));
    server.fate = "answered";
    setNetwork(true);
    await expectAllSent(sender);
    expect(server.idsOf(me)).toEqual(expect.arrayContaining(typed));
    expect(server.stored).toHaveLength(3);
  });

  test("is opened late: what was typed before is written to it then", async () => {
    server.fate = "unreachable";
    const sender = new OutboxSender(me);
    onTestFinished(() => sender.stop());
    await sender.start(null);
    const typed = await add(sender, record(), record());
    expect(sender.snapshot().entries.map(({ kept }) => kept)).toEqual([false, false]);
    await sender.keepIn(await openDeviceStore(me, fetchKey));
    expect(await idsOnDisk()).toEqual(typed);
    expect(sender.snapshot().entries.map(({ kept }) => kept)).toEqual([true, true]);
  });

  test("is slower than the network: what was stored on the server meanwhile does not stay in it", async () => {
    const slow = promiseWithResolve();
    let held = false;
    const answer = promiseWithResolve();
    const sender = await openPage(me, (store) => ({
      put: async (entry) => {
        if (held) await slow.promise;
        await store.put(entry);
      },
    }));
    server.hold = answer.promise;
    await add(sender, record("Sent at once"));
    await eventually(() => expect(server.requests).toBe(1));
    held = true;
    const adding = sender.add(record("Sent while it is still being written"));
    server.hold = null;
    answer.resolve();
    await eventually(() => expect(server.idsOf(me)).toHaveLength(2));
    await eventually(() => expect(ids(sender)).toEqual([]));
    slow.resolve();
    await adding;
    expect(await countWaiting(me)).toBe(0);
  });
});
