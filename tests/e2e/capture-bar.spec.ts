import type { Page } from "@playwright/test";
import { startEmbeddedRig, type Rig } from "./capture/rig";
import { bar, expectAllSaved, openCapture } from "./capture/typist";
import { expect, expectAccessible, test } from "./test";

// One server for all of them.
test.describe.configure({ mode: "default" });
let rig: Rig;
test.beforeAll(async () => {
  rig = await startEmbeddedRig();
});
test.afterAll(async () => {
  await rig.stop();
});
test.beforeEach(async ({ context, page }) => {
  await rig.signIn(context, "facilitator");
  await openCapture(page, rig);
});

const contribution = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
const marks = (page: Page) => page.getByRole("group", { name: "Marks of this contribution" });
const list = (page: Page) => page.getByRole("listbox");
const region = (page: Page) => page.getByRole("region", { name: "Log a contribution" });

/** Presses the keys one after the other, and gives how many the page heard. */
async function pressed(page: Page, keys: readonly string[]): Promise<number> {
  const count = await page.evaluateHandle(() => {
    const heard = { keys: 0 };
    window.addEventListener("keydown", () => heard.keys++, { capture: true });
    return heard;
  });
  for (const key of keys) await page.keyboard.press(key);
  return count.evaluate(({ keys: heard }) => heard);
}

test("a contribution with another speaker, theme and stance takes 8 keys at most; one like the last takes none", async ({
  page,
}) => {
  await bar(page).focus();
  const [first, second, third] = ["Mia 1: better", "Mia 2: better still", "Mia 3: too dear"];
  const before = [..."@p01", "Tab", ..."#cont", "Tab", "!", "Tab", ..."Mia 0: asked for", "Enter"];
  await pressed(page, before);
  await expect(contribution(page, "Mia 0:")).toContainText("Ask");

  const changed = await pressed(page, [..."@8 #6", "Enter", "+", ...first, "Enter"]);
  await expect(contribution(page, first)).toContainText("P08");
  await expect(contribution(page, first)).toContainText("Delivery");
  await expect(contribution(page, first)).toContainText("Strength");
  await expect(contribution(page, first)).not.toContainText("Content and evidence base");
  const unchanged = await pressed(page, [...second, "Enter"]);
  for (const words of ["P08", "Delivery", "Strength"])
    await expect(contribution(page, second)).toContainText(words);
  // Somebody else's theme and stance are theirs to say.
  const speaker = await pressed(page, [..."@9 ", ...third, "Enter"]);
  await expect(contribution(page, third)).toContainText("P09");
  await expect(contribution(page, third)).not.toContainText("Delivery");

  const beyond = (keys: number, words: string) => keys - words.length - 1;
  expect(beyond(changed, first)).toBeLessThanOrEqual(8);
  expect(beyond(unchanged, second)).toBe(0);
  expect(beyond(speaker, third)).toBe(3);
  process.stdout.write(
    `Keys beyond the words and Enter: ${beyond(changed, first)}, and 0 where nothing changes\n`,
  );
  await expectAllSaved(page);
});

test("a hidden name finds its speaker, and is not shown; what nobody matches is asked about first", async ({
  page,
}) => {
  const asked = page.waitForResponse(/\/names$/);
  await bar(page).focus();
  await page.keyboard.type("@");
  await page.keyboard.type("hugo");
  await asked;
  await expect(list(page).getByRole("option", { name: /^P08/ })).toHaveCount(1);
  await expect(region(page).getByText("Enter chooses “P08”. Then type what was said.")).toBeVisible();
  await page.keyboard.type(" Nell 1: by a hidden name");
  await expect(marks(page)).toContainText("P08");
  await page.keyboard.press("Enter");
  await expect(contribution(page, "Nell 1:")).toContainText("P08");
  await expect(contribution(page, "Nell 1:")).not.toContainText("@");
  await expect(page.getByText(/Hugo|Abernethie/)).toHaveCount(0);

  const question = page.getByRole("group", { name: /Nobody here matches “@nobody”/ });
  await page.keyboard.type("@nobody Nell 2: by nobody here");
  await page.keyboard.press("Enter");
  await expect(question).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(contribution(page, "Nell 2:")).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.type(", and more");
  await expect(question).toBeHidden();
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  const unknown = contribution(page, "@nobody Nell 2: by nobody here, and more");
  await expect(unknown).toContainText("Unknown participant");
  await expect(bar(page)).toHaveValue("");

  // The head teachers are two, and a theme that is none is asked about as well.
  await page.keyboard.type("@headteacher #fnd Nell 3: of two");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: /“@headteacher” matches 2 people/ })).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByRole("group", { name: /No theme matches “#fnd”/ })).toBeVisible();
  await page.keyboard.press("1");
  await expect(contribution(page, "#fnd Nell 3: of two")).toContainText("P04");
  await expectAllSaved(page);
});

test("however a contribution is logged, typing goes on in the words", async ({ page }) => {
  const keys = page.keyboard;
  await bar(page).focus();
  await keys.type("/hands");
  await keys.press("Enter");
  await keys.type("3");
  await keys.press("Enter");
  await expect(bar(page)).toBeFocused();
  await keys.type("Olga 1: for shorter units");
  await page.getByLabel("Hands raised").press("Enter");
  await expect(contribution(page, "Olga 1:")).toContainText(/3 of \d+ hands/);
  await keys.type("Olga 2: by the button");
  await page.getByRole("button", { name: "Log it" }).click();
  await expect(contribution(page, "Olga 2:")).toHaveCount(1);
  await keys.type("Olga 3: after the button");
  await keys.press("Enter");
  await expect(contribution(page, "Olga 3:")).toHaveCount(1);

  // Nothing has the focus: what is typed is not lost, and the keys of the browser stay its own.
  await page.evaluate(() => document.querySelector("textarea")?.blur());
  await keys.press("Control+b");
  await keys.press("Space");
  await expect(bar(page)).not.toBeFocused();
  await keys.type("Olga 4: with no focus");
  await expect(bar(page)).toHaveValue("Olga 4: with no focus");
  await keys.press("Enter");
  await expect(contribution(page, "Olga 4:")).toHaveCount(1);
  // A slash and Enter do no harm.
  await keys.type("/");
  await keys.press("Enter");
  await expect(page.getByRole("group", { name: "Edit this contribution" })).toBeVisible();
  await keys.press("Escape");
  await expect(contribution(page, "Olga 4:")).not.toContainText("Struck out");

  // Whoever allows paraphrase only is not to be quoted, whatever is marked as word for word.
  const panel = page.getByRole("complementary", { name: "In the room" });
  await panel.getByRole("button").filter({ hasText: "paraphrase only" }).first().click();
  const refused = "word for word, may not be quoted: paraphrase only";
  await expect(region(page).getByText(refused)).toBeVisible();
  await keys.type("“Olga 5: in these very words”");
  await keys.press("Enter");
  await expect(contribution(page, "Olga 5:").getByText(refused)).toBeVisible();
  await expectAllSaved(page);
});

test("hands that are given up leave the speaker, an open contribution its old marks, and a marked moment says so and can be undone", async ({
  page,
}) => {
  const keys = page.keyboard;
  await expect(bar(page)).toBeFocused();
  await keys.type("@p03 /hands");
  await keys.press("Enter");
  await expect(marks(page)).toContainText("The group");
  await page.getByRole("button", { name: "No hands" }).click();
  await expect(marks(page)).toContainText("P03");

  await bar(page).focus();
  await keys.type("#cont Pia 1: with a theme");
  await keys.press("Enter");
  // The roundtable was on another day: the time alone would read as one of it.
  await expect(contribution(page, "Pia 1:").locator("time")).toHaveText(/^\d+ \w+( \d{4})? ?\d\d:\d\d$/);
  await expect(contribution(page, "Pia 1:")).toContainText("Content and evidence base");
  await keys.press("ArrowUp");
  // What can be changed stands there once, as it is chosen now.
  const editor = page.getByRole("group", { name: "Edit this contribution" });
  const edited = page.getByRole("article").filter({ has: editor });
  for (const words of ["P03", "Content and evidence base"])
    expect(await edited.getByText(words).count(), words).toBe(await editor.getByText(words).count());
  await keys.press("Escape");

  await keys.type("/bookm");
  await keys.press("Enter");
  const moment = contribution(page, "Moment to come back to");
  await expect(
    region(page).getByText(/^This moment is marked in the record under question \d+\./),
  ).toBeVisible();
  await region(page).getByRole("button", { name: "Undo" }).click();
  await expect(bar(page)).toBeFocused();
  await expect(moment).toContainText("Struck out");
  await expect(region(page).getByText(/^Undone\. The contribution you logged is struck out/)).toBeVisible();
  await expectAllSaved(page);
});

test("the table is remembered by a reload and on the way back", async ({ browser, page }) => {
  const context = await browser.newContext();
  await rig.signIn(context, "lead");
  const lead = await context.newPage();
  await lead.goto(`${rig.roundtable}/people/tables`);
  for (const [index, name] of ["Window", "Door"].entries())
    await lead
      .getByLabel(/^Name of (the )?table/i)
      .nth(index)
      .fill(name);
  await lead.getByRole("button", { name: /table/i }).first().click();
  const table = region(page).getByLabel("You are at");
  await table.selectOption("Door");
  await page.reload();
  await expect(table.locator("option:checked")).toHaveText("Door");
  await page.goto(rig.roundtable);
  await page.goBack({ waitUntil: "commit" });
  await expect(table.locator("option:checked")).toHaveText("Door");
  await context.close();
});

test("no list covers the header or the heading, however low the window is", async ({ page }) => {
  for (const size of [
    { width: 1280, height: 700 },
    { width: 1280, height: 420 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    await page.evaluate(() => window.scrollTo(0, 0));
    await bar(page).focus();
    for (const sign of ["/", "@", "#"]) {
      await page.keyboard.type(sign);
      await page.evaluate(() => window.scrollTo(0, 0));
      const box = await list(page).boundingBox();
      for (const above of [page.getByRole("banner"), page.getByRole("heading", { level: 1 })]) {
        const kept = await above.boundingBox();
        expect(box?.y, `${sign} at ${size.width} × ${size.height}`).toBeGreaterThanOrEqual(
          (kept?.y ?? 0) + (kept?.height ?? 0),
        );
      }
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
      await page.keyboard.press("Backspace");
    }
  }
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } });

  test("the signs show what they are, as well as their words; none is a key that a phone lacks", async ({
    page,
  }) => {
    const signs = page.getByRole("group", { name: "Signs that can be typed, or pressed here" });
    const stances = signs.getByRole("list", { name: "Stances" });
    await expect(stances.getByRole("listitem")).toHaveText([/strength/, /improvement/, /ask/, /observation/]);
    for (const sign of ["+", "−", "!", "·", "@", "#", "?", "/"])
      await expect(signs.getByText(sign, { exact: true })).toBeVisible();
    for (const key of ["↑", "F9"])
      await expect(page.locator("kbd").getByText(key, { exact: true })).toBeHidden();
    const height = (await signs.boundingBox())?.height ?? 0;
    expect(height).toBeLessThanOrEqual(2 * 48);
  });

  test("alongside the keyboard the bar is low, its list shows several people, and an edit is not covered", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 480 });
    await expect(page.getByRole("article").last()).toBeInViewport();
    // Less than half of what the keyboard leaves, also where tables are to be chosen from.
    expect((await region(page).boundingBox())?.height).toBeLessThanOrEqual(232);
    await bar(page).tap();
    await page.keyboard.type("@");
    const box = await list(page).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.height).toBeGreaterThanOrEqual(4 * 44);
    await page.keyboard.press("Backspace");

    await page.keyboard.type("Rosa 1: long enough for several lines of a narrow box alongside its marks");
    await region(page)
      .getByRole("button", { name: /Mark as an observation/ })
      .tap();
    await region(page)
      .getByRole("button", { name: /Mark as an observation/ })
      .tap();
    const empty = () =>
      bar(page).evaluate((words: HTMLTextAreaElement) => {
        const { height } = words.style;
        words.style.height = "auto";
        const left = Number.parseFloat(height) - words.scrollHeight;
        words.style.height = height;
        return left;
      });
    await expect.poll(empty).toBe(0);

    await region(page)
      .getByRole("button", { name: /Count hands/ })
      .tap();
    const [count, send] = [page.getByLabel("Hands raised"), page.getByRole("button", { name: "Log it" })];
    expect((await count.boundingBox())?.y).toBeLessThan((await send.boundingBox())?.y ?? 0);
    await count.fill("3");
    await send.tap();
    const rosa = contribution(page, "Rosa 1:");
    await expect(rosa).toContainText(/3 of \d+ hands/);

    // In the middle of the record, by touch: nothing is covered, and the place stays.
    const early = page.getByRole("article").nth(3);
    await early.getByRole("button", { name: /^Edit/ }).tap();
    const editor = page.getByRole("group", { name: "Edit this contribution" });
    await expect(region(page)).not.toBeInViewport();
    await editor.getByRole("button", { name: "Strike out" }).tap();
    await expect(early).toContainText("Struck out");
    await expect(early).toBeInViewport();
    await expect(region(page).getByText("The contribution is struck out.")).toBeInViewport();
    await expect(bar(page)).not.toBeFocused();
    await region(page).getByRole("button", { name: "Undo" }).tap();
    await expect(early).not.toContainText("Struck out");
    await expectAllSaved(page);
  });
});
