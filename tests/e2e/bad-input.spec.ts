import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  countContributions,
  ELSEWHERE,
  expectRefusal,
  filledForm,
  contributionForm,
  planOf,
  send,
  slugOf,
  startRoundtable,
} from "./support/elsewhere";
import { expect, expectNoSidewaysScroll, prepared, signIn, test } from "./test";

// One roundtable for all of them: run each by itself, each would begin with a roundtable of its own.
test.describe.configure({ mode: "default" });
let roundtable = "";

test.beforeAll(async () => {
  roundtable = await startRoundtable();
});
test.beforeEach(({ context }) => signIn(context, "elsewhere"));

const count = () => countContributions("elsewhere", ELSEWHERE, slugOf(roundtable));
const said = (page: Page) => page.getByLabel("What was said");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const contributions = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });

test.describe("words", () => {
  const LONG = "a".repeat(20_000);
  for (const { what, typed, problem } of [
    { what: "no words", typed: "", problem: "What was said: enter some words" },
    { what: "blanks alone", typed: " \n ", problem: "What was said: enter some words" },
    { what: "20,000 characters", typed: LONG, problem: "It is 10,000 too long. Split it in two" },
  ])
    test(`${what} are refused, and what was typed stays`, async ({ page }) => {
      const before = await count();
      await page.goto(`${roundtable}/capture?form=plain`);
      await page.getByLabel("Who", { exact: true }).selectOption("group");
      await page.getByLabel("Stance", { exact: true }).selectOption("ask");
      await said(page).fill(typed);
      await button(page, "Log it").click();
      await expectRefusal(page, problem);
      await expect(said(page)).toHaveValue(typed);
      await expect(page.getByLabel("Who", { exact: true })).toHaveValue("group");
      await expect(page.getByLabel("Stance", { exact: true })).toHaveValue("ask");
      expect(await count()).toBe(before);
      await page.getByRole("link", { name: problem }).click();
      await expect(said(page)).toBeFocused();
    });

  test("10,000 emoji are as long as 10,000 letters, and are accepted", async ({ page }) => {
    await page.goto(`${roundtable}/capture?form=plain`);
    await page.getByLabel("Who", { exact: true }).selectOption("group");
    await said(page).fill("🙂".repeat(10_000));
    await button(page, "Log it").click();
    await expect(contributions(page, "🙂".repeat(10_000))).toBeVisible();
  });

  test("10,000 letters without a break fit 360 px", async ({ page }) => {
    const id = randomUUID();
    const said = { text: "m".repeat(10_000), source: "unidentified" };
    const logged = await contributionForm(roundtable, { ...said, id });
    expect((await send(`${roundtable}/capture?form=plain`, logged)).accepted).toBe(true);
    const contribution = `${ELSEWHERE}/contributions/${id}`;
    const edited = await filledForm(`${contribution}/edit`, "text", { ...said, wording: "verbatim" });
    expect((await send(`${contribution}/edit`, edited)).accepted).toBe(true);
    const cleared = await filledForm(`${contribution}/clear`, "words", { words: "", as: "school" });
    expect((await send(`${contribution}/clear`, cleared)).accepted).toBe(true);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const address of [
      ...["capture", "clear"].map((name) => `${roundtable}/${name}`),
      ...["coding", "contributions", "findings/new"].map((name) => `${ELSEWHERE}/${name}`),
      ...[contribution, `${contribution}/edit`, `${contribution}/clear`],
    ]) {
      await page.goto(address);
      await expectNoSidewaysScroll(page);
    }
  });
});

test.describe("a date that does not exist", () => {
  const TITLE = "Heads of small schools, Marlbury";
  const HOST = "Chartered College of Teaching";
  const QUESTIONS = "What works?\nWhat does not?";
  const PROBLEM = "31 February 2026 does not exist: February 2026 has 28 days";

  async function planOn31February(page: Page) {
    await page.goto(`${ELSEWHERE}/roundtables/new`);
    await page.getByLabel("Title").fill(TITLE);
    await page.getByLabel("Day", { exact: true }).fill("31");
    await page.getByLabel("Month", { exact: true }).fill("2");
    await page.getByLabel("Year", { exact: true }).fill("2026");
    await page.getByLabel("Host", { exact: true }).fill(HOST);
    await page.getByRole("radio", { name: "In person" }).check();
    await page.getByLabel("Place", { exact: true }).fill("Marlbury");
    await page.getByRole("radio", { name: "Chatham House Rule" }).check();
    await page.getByLabel("Discussion questions").fill(QUESTIONS);
    await button(page, "Plan this roundtable").click();
  }

  async function expectAllKept(page: Page) {
    await expect(page.getByLabel("Title")).toHaveValue(TITLE);
    await expect(page.getByLabel("Day", { exact: true })).toHaveValue("31");
    await expect(page.getByLabel("Month", { exact: true })).toHaveValue("2");
    await expect(page.getByLabel("Year", { exact: true })).toHaveValue("2026");
    await expect(page.getByLabel("Host", { exact: true })).toHaveValue(HOST);
    await expect(page.getByRole("radio", { name: "In person" })).toBeChecked();
    await expect(page.getByLabel("Place", { exact: true })).toHaveValue("Marlbury");
    await expect(page.getByRole("radio", { name: "Chatham House Rule" })).toBeChecked();
    await expect(page.getByLabel("Discussion questions")).toHaveValue(QUESTIONS);
  }

  test("is refused, all else stays, and a date outside the review is taken once it is confirmed", async ({
    page,
  }) => {
    await planOn31February(page);
    await expectRefusal(page, PROBLEM);
    await expectAllKept(page);
    await expect(page.getByRole("group", { name: "Date" })).toContainText(PROBLEM);
    await page.getByRole("link", { name: PROBLEM }).click();
    const day = page.getByLabel("Day", { exact: true });
    await expect(day).toBeFocused();
    await day.fill("28");
    await page.getByLabel("Month", { exact: true }).fill("Feb");
    await page.getByLabel("Year", { exact: true }).fill("2062");
    await button(page, "Plan this roundtable").click();
    await expectRefusal(page, "28 February 2062 is after the review ends on 31 July 2026. Check the year");
    await expect(page.getByLabel("Host", { exact: true })).toHaveValue(HOST);
    await page.getByRole("checkbox", { name: "28 February 2062 is right" }).check();
    await button(page, "Plan this roundtable").click();
    await expect(page.getByText("28 February 2062, Marlbury")).toBeVisible();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("is refused, and all else stays", async ({ page }) => {
      await planOn31February(page);
      await expect(page.getByRole("alert")).toContainText(PROBLEM);
      await expectAllKept(page);
    });
  });
});

test("who comes second with an edit sees both texts, and can save then", async ({ openAs }) => {
  const id = randomUUID();
  const first = await contributionForm(roundtable, { id, text: "First words." });
  expect((await send(`${roundtable}/capture?form=plain`, first)).accepted).toBe(true);
  const contribution = `${ELSEWHERE}/contributions/${id}`;
  const [one, other] = [await openAs("elsewhere"), await openAs("elsewhere")];
  for (const page of [one, other]) await page.goto(`${contribution}/edit`);
  await said(one).fill("The words of one.");
  await button(one, "Save").click();
  await expect(contributions(one, "The words of one.")).toBeVisible();

  await said(other).fill("The words of another.");
  await button(other, "Save").click();
  await expectRefusal(other, "Somebody changed this contribution while you were editing it. Your words");
  await expect(
    other.getByRole("figure").filter({ hasText: "This is the current contribution" }),
  ).toContainText("The words of one.");
  await expect(said(other)).toHaveValue("The words of another.");
  await button(other, "Save").click();
  await expect(contributions(other, "The words of another.")).toBeVisible();
  const past = other.getByRole("region", { name: "Earlier versions" });
  await expect(past).toContainText("The words of one.");
  await expect(past).toContainText("First words.");
});

test.describe("a form sent twice", () => {
  test("stores one contribution, at the same moment and later", async () => {
    const capture = `${roundtable}/capture?form=plain`;
    const before = await count();
    const form = await contributionForm(roundtable, { text: "Said once, sent three times." });
    const both = await Promise.all([send(capture, form), send(capture, form)]);
    for (const { accepted } of [...both, await send(capture, form)]) expect(accepted).toBe(true);
    expect(await count()).toBe(before + 1);

    form.set("text", "Other words under the same id.");
    const { accepted, html } = await send(capture, form);
    expect(accepted).toBe(false);
    expect(html).toContain("This contribution was already logged with other words");
    expect(html).toContain("Other words under the same id.</textarea>");
    expect(await count()).toBe(before + 1);
  });

  test("by a double click stores one contribution", async ({ page }) => {
    await page.goto(`${roundtable}/capture?form=plain`);
    await page.getByLabel("Who", { exact: true }).selectOption("group");
    await said(page).fill("Clicked twice.");
    await button(page, "Log it").dblclick();
    await expect(contributions(page, "Clicked twice.")).toHaveCount(1);
    await page.reload();
    await expect(contributions(page, "Clicked twice.")).toHaveCount(1);
  });

  test("plans one roundtable", async () => {
    const address = `${ELSEWHERE}/roundtables/new`;
    const form = await filledForm(address, "title", planOf(`Planned ${randomUUID()}`));
    expect((await send(address, form)).accepted).toBe(true);
    const { accepted, html } = await send(address, form);
    expect(accepted).toBe(false);
    expect(html).toContain("There is already a roundtable with this title on this date.");
  });
});

test("an address with an unknown id says that there is no such page", async ({ page }) => {
  for (const address of [
    `${ELSEWHERE}/contributions/${randomUUID()}`,
    `${ELSEWHERE}/contributions/no-id/edit`,
    `${ELSEWHERE}/roundtables/none/capture`,
    `/reviews/npq/contributions/${prepared().subjects.contribution ?? ""}`,
    "/reviews/none",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(
      page.getByRole("heading", { name: "This page does not exist, or you do not have access to it" }),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the start page" })).toBeVisible();
  }
});
