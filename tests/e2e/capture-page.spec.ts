import type { Locator, Page } from "@playwright/test";
import { startEmbeddedRig, type Rig } from "./capture/rig";
import {
  bar,
  expectAllSaved,
  expectRecorded,
  openCapture,
  typeContribution,
  type Typist,
} from "./capture/typist";
import { expect, expectAccessible, expectNoSidewaysScroll, prepared, signIn, test } from "./test";

// One server for all of them.
test.describe.configure({ mode: "default" });
let rig: Rig;
test.beforeAll(async () => {
  rig = await startEmbeddedRig();
});
test.afterAll(async () => {
  await rig.stop();
});

const contribution = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
const options = (page: Page) => page.getByRole("listbox").getByRole("option");

/** In the window, and not behind the bar. */
async function expectAboveBar(page: Page, article: Locator): Promise<void> {
  await expect(article).toBeInViewport();
  const newest = await article.boundingBox();
  const below = await page.getByRole("region", { name: "Log a contribution" }).boundingBox();
  expect(newest?.y).toBeGreaterThanOrEqual(-1);
  expect((newest?.y ?? 0) + (newest?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
}

/** Types a sign with what is sought, and takes what is marked. */
async function choose(page: Page, typed: string): Promise<void> {
  await bar(page).focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox")).toBeHidden();
}

test("everything by the keyboard: marks, editing, splitting, joining, undoing, hands", async ({
  context,
  page,
}) => {
  await rig.signIn(context, "facilitator");
  await openCapture(page, rig);
  const keys = page.keyboard;
  const gail: Typist = { context, page, name: "Gail", typed: [] };

  await choose(page, "@p0");
  await choose(page, "+");
  await choose(page, "#fund");
  await typeContribution(gail, "Gail 1: local groups work and online ones do not");
  await expect(contribution(page, "Gail 1:")).toContainText("P01");
  await expect(contribution(page, "Gail 1:")).toContainText("Strength");
  await expect(contribution(page, "Gail 1:")).toContainText("Accessibility and funding");
  // A sign that nobody chose from is text; Escape says so.
  await bar(page).focus();
  await keys.type("Gail 2: @p07");
  await keys.press("Escape");
  await keys.type(" said so");
  await keys.press("Enter");
  gail.typed.push("Gail 2: @p07 said so");
  await expect(contribution(page, "Gail 2: @p07 said so")).toContainText("P01");
  await expectAllSaved(page);

  // The arrow up edits the last contribution; the caret splits it, and one undo makes it one again.
  await keys.press("ArrowUp");
  const editor = page.getByRole("group", { name: "Edit this contribution" });
  await expect(editor.getByRole("textbox", { name: "What was said" })).toBeFocused();
  for (let steps = 0; steps < " said so".length; steps++) await keys.press("ArrowLeft");
  await editor.getByRole("button", { name: "Split here" }).press("Enter");
  await expect(contribution(page, "Gail 2: @p07").filter({ hasNotText: "said so" })).toHaveCount(1);
  await expectAllSaved(page);
  await choose(page, "/undo");
  await expect(contribution(page, "Gail 2: @p07 said so")).toHaveCount(1);
  await expectAllSaved(page);

  // The editor changes everything else about the contribution too, and one undo gives all of it back.
  await bar(page).press("ArrowUp");
  await editor.getByLabel("Who said it").press("ArrowDown");
  await editor.getByLabel("Stance").press("ArrowDown");
  await editor.getByLabel("Word for word").press("Space");
  await editor.getByLabel("Add a theme").focus();
  await keys.type("assess");
  await keys.press("Enter");
  await expectAccessible(page);
  await keys.press("Control+Enter");
  const edited = contribution(page, "Gail 2: @p07 said so");
  for (const mark of ["P02", "Improvement", "Word for word", "Assessment consistency"])
    await expect(edited).toContainText(mark);
  await expectAllSaved(page);
  await choose(page, "/undo");
  await expect(edited).toContainText("P01");
  await expect(edited).not.toContainText(/Improvement|Word for word|Assessment/);

  // With the caret behind the words, the places where sentences end are offered.
  await bar(page).focus();
  await keys.insertText("Gail 4: it works, e.g. locally. It costs too much.");
  await keys.press("Enter");
  await bar(page).press("ArrowUp");
  await editor.getByRole("button", { name: "Split", exact: true }).press("Enter");
  await editor.getByRole("button", { name: /^Split between .*locally\. and It costs/ }).press("Enter");
  await expect(contribution(page, "It costs too much.").filter({ hasNotText: "locally" })).toHaveCount(1);
  gail.typed.push("Gail 4: it works, e.g. locally.");

  await choose(page, "/hands");
  await page.getByLabel("Hands raised").fill("99");
  await bar(page).fill("Gail 3: for smaller groups");
  await keys.press("Enter");
  await expect(page.getByText(/Enter how many hands went up, from 0 to/)).toBeVisible();
  await page.getByLabel("Hands raised").fill("4");
  await bar(page).press("Enter");
  gail.typed.push("Gail 3: for smaller groups");
  await expect(contribution(page, "Gail 3:")).toContainText(/4 of \d+ hands/);
  await expectAllSaved(page);
  await expectRecorded(rig, [gail]);
});

test("several pasted paragraphs are looked at, then logged together, pasted as one, or given up", async ({
  context,
  page,
}) => {
  await rig.signIn(context, "facilitator");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCapture(page, rig);
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await bar(page).focus();
    await page.keyboard.press("Control+v");
  };
  const logged = page.getByRole("article").filter({ hasText: /Lea \d:/ });
  const dialog = page.getByRole("dialog", { name: "Log 3 contributions?" });
  await bar(page).fill("Lea begins ");
  await paste("P03: Lea 1: one\n\nLea 2: two\n\nP99: Lea 3: three");
  await expect(dialog.getByLabel("Who said contribution 1")).toHaveValue(/^identified:/);
  await expect(dialog.getByRole("listitem").nth(2)).toContainText("P99: Lea 3: three");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeFocused();
  await expect(bar(page)).toHaveValue("Lea begins ");
  await expect(logged).toHaveCount(0);

  await page.keyboard.press("Control+v");
  await dialog.getByLabel("Who said contribution 3").selectOption("note");
  await dialog.getByRole("button", { name: "Log 3 contributions" }).press("Enter");
  await expect(bar(page)).toBeFocused();
  await expect(contribution(page, "Lea 1: one")).toContainText("P03");
  await expect(contribution(page, "Lea 2: two")).toContainText("P03");
  await expect(contribution(page, "P99: Lea 3: three")).toContainText("own note");
  await expect(bar(page)).toHaveValue("Lea begins ");
  await expectAllSaved(page);
  await choose(page, "/undo");
  await expect(logged.filter({ hasText: "Struck out" })).toHaveCount(3);

  await paste("Lea 4: four\nLea 5: five");
  await page.getByRole("button", { name: "Paste as one" }).press("Enter");
  await expect(bar(page)).toHaveValue("Lea begins Lea 4: four\nLea 5: five");
  await expectAllSaved(page);
});

test("the page opens at the newest contribution, which is never behind the bar; back keeps the place", async ({
  context,
  page,
}) => {
  await rig.signIn(context, "facilitator");
  for (const height of [850, 560]) {
    await page.setViewportSize({ width: 1280, height });
    await openCapture(page, rig);
    await expectAboveBar(page, page.getByRole("article").last());
    await expect(bar(page)).toBeFocused();
    for (const number of [1, 2]) {
      const words = `Hana ${height} ${number}: a contribution at the end`;
      await typeContribution({ context, page, name: "Hana", typed: [] }, words);
      await expectAboveBar(page, contribution(page, words));
    }
  }
  await expectAllSaved(page);
  const place = () => page.evaluate(() => window.scrollY);
  await page.evaluate(() => window.scrollTo(0, 120));
  await page.getByRole("link", { name: "People and tables" }).click();
  await expect(page).toHaveURL(/people$/);
  await page.goBack({ waitUntil: "commit" });
  await expect(bar(page)).toBeVisible();
  await expect.poll(place).toBe(120);
  // A link opens it, as an address does.
  await page.getByRole("link", { name: "People and tables" }).click();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").last().click();
  await page
    .getByRole("link", { name: /Capture/ })
    .first()
    .click();
  await expectAboveBar(page, page.getByRole("article").last());
});

test("two facilitators see one another's contributions and one another; two edits of one contribution lose neither", async ({
  browser,
}) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  await rig.signIn(one, "lead");
  await rig.signIn(two, "facilitator");
  const ida: Typist = { context: one, page: await one.newPage(), name: "Ida", typed: [] };
  const jon: Typist = { context: two, page: await two.newPage(), name: "Jon", typed: [] };
  await openCapture(ida.page, rig);
  await openCapture(jon.page, rig);
  await typeContribution(ida, "Ida 1: a contribution that both will change");
  await expect(contribution(jon.page, "Ida 1:")).toBeVisible();
  await expect(jon.page.getByText(/Logging here too:/)).toBeVisible();
  await expect(ida.page.getByText(/Logging here too:/)).toBeVisible();
  await choose(jon.page, "@p02");
  await bar(jon.page).fill("being written");
  await expect(
    ida.page.getByRole("complementary", { name: "In the room" }).getByText(/is writing$/),
  ).toBeVisible();
  await bar(jon.page).fill("");

  // Both open it; the second to save is shown both texts.
  await expectAllSaved(ida.page);
  for (const { page } of [ida, jon])
    await contribution(page, "Ida 1:").getByRole("button", { name: /^Edit/ }).click();
  const words = (page: Page) =>
    page
      .getByRole("group", { name: "Edit this contribution" })
      .getByRole("textbox", { name: "What was said" });
  await jon.context.setOffline(true);
  await words(jon.page).fill("Ida 1: as Jon heard it");
  await words(jon.page).press("Enter");
  await words(ida.page).fill("Ida 1: as Ida heard it");
  await words(ida.page).press("Enter");
  await expectAllSaved(ida.page);
  await jon.context.setOffline(false);
  const trouble = jon.page.getByRole("group", { name: "Not saved" });
  await expect(trouble).toContainText("as Jon heard it");
  await expect(trouble).toContainText("as Ida heard it");
  await trouble.getByRole("button", { name: "Keep both, with mine as a separate contribution" }).click();
  await expectAllSaved(jon.page);
  const texts = (await rig.contributions()).map(({ text }) => text);
  expect(texts).toContain("Ida 1: as Jon heard it");
  expect(texts).toContain("Ida 1: as Ida heard it");
  await one.close();
  await two.close();
});

test("names show at a key press, hide at the next, and are kept nowhere", async ({ context, page }) => {
  await rig.signIn(context, "facilitator");
  await openCapture(page, rig);
  const panel = page.getByRole("complementary", { name: "In the room" });
  const before = await panel.innerText();
  await page.keyboard.press("F9");
  await expect(panel.getByRole("button", { name: /Hide names/ })).toBeVisible();
  expect(await panel.innerText()).not.toBe(before);
  const name = (await panel.getByRole("listitem").first().innerText()).split("\n")[1]?.split(",")[0] ?? "";
  expect(name).not.toBe("");
  await page.keyboard.press("F9");
  await expect(page.getByText(name)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(name)).toHaveCount(0);
});

test("ended by a colleague: an open page says so and keeps its bar; what comes late waits for the lead", async ({
  context,
  page,
  browser,
}) => {
  await rig.signIn(context, "facilitator");
  await openCapture(page, rig);
  const kit: Typist = { context, page, name: "Kit", typed: [] };
  const other = await browser.newContext();
  await rig.signIn(other, "lead");
  const lead = await other.newPage();
  const step = async (name: string) => {
    await lead.goto(name.startsWith("End session") ? `${rig.roundtable}/capture` : rig.roundtable);
    await lead.getByText(name).first().click();
    await lead.getByRole("button", { name }).click();
  };
  await step("Return to the session");
  await expect(page.getByText("The session is open again.")).toBeVisible();
  await step("End session and invite corrections");
  await expect(page.getByText("The session has ended. You can still log")).toBeVisible();
  await expect(page.getByText("Read-back", { exact: true })).toBeVisible();
  await typeContribution(kit, "Kit 0: typed after the session");
  await expectAllSaved(page);
  await expectRecorded(rig, [kit]);

  await context.setOffline(true);
  await typeContribution(kit, "Kit 1: typed before it was closed");
  await step("Close the roundtable");
  await expect(lead.getByText("Closed", { exact: true }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(contribution(page, "Kit 1:")).toContainText("Waits for the lead");
  await expect(page.getByText("The roundtable is closed. What you log now is kept")).toBeVisible();
  await typeContribution(kit, "Kit 2: typed after it was closed");
  await expect(contribution(page, "Kit 2:")).toContainText("Waits for the lead");
  await expectRecorded(rig, [{ ...kit, typed: ["Kit 0: typed after the session"] }]);
  await lead.goto(`${rig.roundtable}/late`);
  for (const words of kit.typed.slice(1)) await expect(lead.getByText(words)).toBeVisible();
  const entry = lead.getByRole("listitem").filter({ hasText: "Kit 2:" });
  await entry.getByLabel("Set it aside").check();
  await entry.getByRole("button", { name: "Decide" }).click();
  await expect(contribution(page, "Kit 2:")).toContainText("Set aside by the lead");
  await expect(contribution(page, "Kit 1:")).toContainText("Waits for the lead");
  await other.close();
});

test("accessible and fitting at every width, with the list open and a contribution being edited", async ({
  context,
  page,
}) => {
  await signIn(context, "facilitator");
  await page.goto(`/reviews/npq/roundtables/${prepared().subjects.roundtable ?? ""}/capture`);
  await expect(bar(page)).toBeEditable();
  for (const width of [1280, 768, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await bar(page).fill("");
    await bar(page).focus();
    await page.keyboard.type("@");
    await expect(options(page).first()).toBeVisible();
    await expect(
      bar(page).locator("xpath=ancestor::section").getByText("speaker", { exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Backspace");
    await page.getByRole("article").last().getByRole("button", { name: /^Edit/ }).click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Cancel" }).click();
  }
});
