import type { Browser } from "@playwright/test";
import { startEmbeddedRig, startPostgresqlRig, type Rig } from "./capture/rig";
import {
  bar,
  expectAllSaved,
  expectRecorded,
  openCapture,
  typeContribution,
  type Typist,
} from "./capture/typist";
import { killTab } from "./support/killed-tab";
import { expect, test } from "./test";

// Two contributions at least between one thing that goes wrong and the next, from each of two facilitators.
const CONTRIBUTIONS = 28;

async function openTypist(browser: Browser, rig: Rig, who: string, name: string): Promise<Typist> {
  const context = await browser.newContext();
  await rig.signIn(context, who);
  const page = await context.newPage();
  await openCapture(page, rig);
  return { context, page, name, typed: [] };
}

/** The tab is killed; another one is opened in its place. */
async function crashTab(typist: Typist, rig: Rig): Promise<void> {
  const { context, page } = typist;
  await killTab(page);
  typist.page = await context.newPage();
  await page.close();
  await openCapture(typist.page, rig);
}

/** The server stores what was sent, and its answer is lost on the way. */
async function loseAnswers(typist: Typist, count: number): Promise<void> {
  await typist.page.route(
    "**/api/capture/v1/operations",
    async (route) => {
      await route.fetch().catch(() => null);
      await route.abort("connectionreset");
    },
    { times: count },
  );
}

/** The same person types in another tab of the same browser, which closes once all is sent. */
async function secondTab(typist: Typist, rig: Rig, underWay: readonly Promise<unknown>[]): Promise<void> {
  const tab = await typist.context.newPage();
  await openCapture(tab, rig);
  await typeContribution({ ...typist, page: tab }, `${typist.name} in a second tab`);
  // A process that was killed takes minutes to start on a busy machine, and nothing is saved before.
  await Promise.all(underWay);
  await expectAllSaved(tab);
  await tab.close();
}

/** Everything that goes wrong in a session, between contributions that two people type. */
async function session(browser: Browser, rig: Rig): Promise<void> {
  const ana = await openTypist(browser, rig, "lead", "Ana");
  const ben = await openTypist(browser, rig, "facilitator", "Ben");
  const underWay: Promise<unknown>[] = [];
  /** Between two contributions. */
  const between: Record<number, () => Promise<unknown>> = {
    3: () => ana.context.setOffline(true),
    8: () => ana.context.setOffline(false),
    12: () => ben.context.setOffline(true),
    14: () => crashTab(ana, rig),
    // Without network.
    16: () => ben.page.reload(),
    18: () => ben.context.setOffline(false),
    23: () => secondTab(ana, rig, underWay),
  };
  /** While contributions are typed and sent. */
  const meanwhile: Record<number, () => Promise<unknown>> = {
    5: () => loseAnswers(ben, 2),
    10: () => rig.crash(),
    20: () => Promise.all([rig.crash(), loseAnswers(ana, 1)]),
    25: () => rig.crash(),
  };
  for (let number = 1; number <= CONTRIBUTIONS; number++) {
    await between[number]?.();
    const trouble = meanwhile[number]?.();
    if (trouble) underWay.push(trouble);
    await typeContribution(ana, `Ana ${number}: what was said, with “marks” and a 🙂`);
    await typeContribution(ben, `Ben ${number}: another thing, 5 - 3 + 2 #not a theme`);
  }
  await Promise.all(underWay);
  await expectAllSaved(ana.page);
  await expectAllSaved(ben.page);
  await expectRecorded(rig, [ana, ben]);
  // Each sees the other's contributions too, without a reload.
  await expect(ana.page.getByRole("article").filter({ hasText: `Ben ${CONTRIBUTIONS}:` })).toBeVisible();
  await expect(ben.page.getByRole("article").filter({ hasText: `Ana ${CONTRIBUTIONS}:` })).toBeVisible();
  await ana.context.close();
  await ben.context.close();
}

test("no contribution is lost, none stored twice, and the order kept, whatever fails", async ({
  browser,
}) => {
  const rig = await startEmbeddedRig();
  try {
    await session(browser, rig);
  } finally {
    await rig.stop();
  }
});

test("the same with two processes on PostgreSQL behind one address", async ({ browser }) => {
  const rig = await startPostgresqlRig();
  if ("unavailable" in rig) {
    process.stdout.write(`Skipped: ${rig.unavailable}\n`);
    return test.skip(true, rig.unavailable);
  }
  try {
    await session(browser, rig);
  } finally {
    await rig.stop();
  }
});

test.describe("one facilitator's computer", () => {
  // One server for all of them.
  test.describe.configure({ mode: "default" });
  let rig: Rig;
  test.beforeAll(async () => {
    rig = await startEmbeddedRig();
  });
  test.afterAll(async () => {
    await rig.stop();
  });

  test("the page opens again without network, and says what waits and since when", async ({ browser }) => {
    const cleo = await openTypist(browser, rig, "facilitator", "Cleo");
    await cleo.context.setOffline(true);
    await typeContribution(cleo, "Cleo 1: typed without network");
    await expect(
      cleo.page.getByText(/^Offline since \d\d:\d\d\. 1 contribution is safe on this computer/),
    ).toBeVisible();
    await cleo.page.reload();
    await expect(cleo.page.getByRole("article").filter({ hasText: "Cleo 1:" })).toContainText(
      "Waiting to send",
    );
    await typeContribution(cleo, "Cleo 2: after a reload without network");
    await bar(cleo.page).fill("begun and not logged");
    // Words still in the bar are kept once the hand has rested; nothing on the page shows it.
    await expect.poll(() => cleo.page.evaluate(keptDrafts)).toContain("begun and not logged");
    await cleo.page.reload();
    await expect(bar(cleo.page)).toHaveValue("begun and not logged");
    await cleo.context.setOffline(false);
    await expectAllSaved(cleo.page);
    await expectRecorded(rig, [cleo]);
    // What is kept for such a reload holds no contribution of the record in the clear.
    const kept = await cleo.page.evaluate(async () => {
      const texts = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) texts.push(await (await cache.match(request))?.text());
      }
      return texts.join("\n");
    });
    expect(kept).toContain("Log a contribution");
    for (const { text } of await rig.contributions()) expect(kept).not.toContain(text);
    // Nor who takes part, but for their labels; what describes them is encrypted, and back on the page.
    const session = await rig.session();
    const participants = session.participants.filter(({ description }) => description !== "");
    expect(participants.length).toBeGreaterThan(0);
    for (const { label, description } of participants) {
      expect(kept).toContain(label);
      expect(kept).not.toContain(description);
    }
    await cleo.context.setOffline(true);
    await cleo.page.reload();
    await expect(cleo.page.getByText(participants[0]?.description ?? "").first()).toBeVisible();
    await cleo.context.close();
  });

  test("a reload in the moment a contribution shows loses none", async ({ browser }) => {
    const gina = await openTypist(browser, rig, "facilitator", "Gina");
    await gina.context.setOffline(true);
    for (let time = 1; time <= 8; time++) {
      const words = `Gina ${time}: typed before a reload`;
      await bar(gina.page).focus();
      await gina.page.keyboard.insertText(words);
      await gina.page.evaluate(reloadOnceShown, words);
      const loaded = gina.page.waitForEvent("load");
      await gina.page.keyboard.press("Enter");
      await loaded;
      await expect(gina.page.getByRole("article").filter({ hasText: words })).toHaveCount(1);
      await expect(bar(gina.page)).toHaveValue("");
      gina.typed.push(words);
    }
    await gina.context.setOffline(false);
    await expectAllSaved(gina.page);
    await expectRecorded(rig, [gina]);
    await gina.context.close();
  });

  test("contributions wait while nobody is signed in, and are never sent under another name", async ({
    browser,
  }) => {
    const dora = await openTypist(browser, rig, "facilitator", "Dora");
    await dora.context.clearCookies();
    await typeContribution(dora, "Dora 1: after the session had ended");
    await expect(dora.page.getByText(/You are signed out\. 1 contribution is safe/)).toBeVisible();
    await rig.signIn(dora.context, "lead");
    await expect(dora.page.getByText(/Somebody else is signed in here/)).toBeVisible();
    expect((await rig.contributions()).some(({ text }) => text.startsWith("Dora"))).toBe(false);
    // The other one's page neither shows them nor sends them.
    const other = await dora.context.newPage();
    await openCapture(other, rig);
    await expect(other.getByText("All saved", { exact: true })).toBeVisible();
    await expect(other.getByText("Dora 1:")).toHaveCount(0);
    await other.close();
    await rig.signIn(dora.context, "facilitator");
    await dora.page.reload();
    await expectAllSaved(dora.page);
    await expectRecorded(rig, [dora]);
    await dora.context.close();
  });

  test("a full storage keeps nobody from logging, and the page says where the words are", async ({
    browser,
  }) => {
    const finn = await openTypist(browser, rig, "facilitator", "Finn");
    // What a browser answers whose disk is full: none can be told to be so without filling it.
    await finn.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("The disk is full.", "QuotaExceededError");
      };
    });
    await finn.context.setOffline(true);
    await typeContribution(finn, `Finn 1: ${"long ".repeat(1500)}`.trim());
    await expect(
      finn.page.getByText(
        /1 contribution will be sent\. This computer has no space to keep them\. Leave this page open/,
      ),
    ).toBeVisible();
    const waits = finn.page.waitForEvent("download");
    await finn.page.getByRole("button", { name: "Download what waits" }).click();
    expect((await waits).suggestedFilename()).toMatch(/^waiting-contributions-.*\.json$/);
    await finn.context.setOffline(false);
    await expectAllSaved(finn.page);
    await expectRecorded(rig, [finn]);
    await finn.context.close();
  });

  test("signing out with contributions waiting asks first; what stays is encrypted", async ({ browser }) => {
    const elsa = await openTypist(browser, rig, "facilitator", "Elsa");
    await elsa.page.route("**/api/capture/v1/operations", (route) => route.abort());
    await typeContribution(elsa, "Elsa 1: a word that nobody else may read");
    await elsa.page.getByRole("button", { name: "Sign out" }).click();
    const dialog = elsa.page.getByRole("dialog", {
      name: "1 contribution waits to be sent from this computer",
    });
    await dialog.getByRole("button", { name: "Stay signed in" }).click();
    await expect(dialog).toBeHidden();
    await elsa.page.getByRole("button", { name: "Sign out" }).click();
    await dialog.getByRole("button", { name: "Sign out anyway" }).click();
    await expect(elsa.page.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
    const left = await elsa.page.evaluate(leftOnDevice);
    expect(left.caches).toEqual([]);
    expect(left.keys).toBe(0);
    expect(left.waiting).toBe(1);
    expect(left.text).not.toContain("nobody else may read");
    await elsa.page.unroute("**/api/capture/v1/operations");
    await elsa.page.goto(`${rig.roundtable}/capture`);
    await elsa.page.getByRole("button", { name: /Priya Ashgrove/ }).click();
    await expect(bar(elsa.page)).toBeEditable();
    await expectAllSaved(elsa.page);
    await expectRecorded(rig, [elsa]);
    await elsa.context.close();
  });
});

/** Runs in the page: reloads it as soon as a contribution with these words is shown. */
function reloadOnceShown(words: string) {
  const observer = new MutationObserver(() => {
    const shown = [...document.querySelectorAll("article")].some((one) => one.textContent?.includes(words));
    if (!shown) return;
    observer.disconnect();
    setTimeout(() => location.reload(), 0);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page: what was begun in the bar and not logged, as this computer keeps it, in the clear. */
async function keptDrafts() {
  type Encrypted = { nonce: BufferSource; bytes: BufferSource };
  const open = indexedDB.open("npq-capture");
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(new Error("The storage cannot be opened."));
  });
  const all = <Row>(store: string) =>
    new Promise<Row[]>((resolve, reject) => {
      const rows = db.transaction(store).objectStore(store).getAll();
      rows.onsuccess = () => resolve(rows.result as Row[]);
      rows.onerror = () => reject(new Error("The storage cannot be read."));
    });
  const keys = await all<{ ownerId: string; key: CryptoKey }>("key");
  const drafts = await all<{ ownerId: string; sealed: Encrypted }>("draft");
  db.close();
  const texts = drafts.map(async ({ ownerId, sealed: { nonce, bytes } }) => {
    const key = keys.find((one) => one.ownerId === ownerId)?.key;
    if (!key) return "";
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, bytes));
  });
  return (await Promise.all(texts)).join("\n");
}

/** Runs in the page: everything that the browser still keeps for this address. */
async function leftOnDevice() {
  const open = indexedDB.open("npq-capture");
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(new Error("The storage cannot be opened."));
  });
  const all = (store: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const rows = db.transaction(store).objectStore(store).getAll();
      rows.onsuccess = () => resolve(rows.result as unknown[]);
      rows.onerror = () => reject(new Error("The storage cannot be read."));
    });
  const stores = {
    waiting: await all("waiting"),
    draft: await all("draft"),
    seen: await all("seen"),
    key: await all("key"),
  };
  const bytes = (value: unknown): string =>
    value instanceof ArrayBuffer
      ? new TextDecoder().decode(value)
      : typeof value === "object" && value !== null
        ? Object.values(value).map(bytes).join(" ")
        : String(value);
  return {
    caches: await caches.keys(),
    keys: stores.key.length + stores.seen.length,
    waiting: stores.waiting.length,
    text: Object.values(stores).flat().map(bytes).join(" ") + JSON.stringify({ ...localStorage }),
  };
}
