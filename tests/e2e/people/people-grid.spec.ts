import type { Page } from "@playwright/test";
import { startRoundtable } from "../support/elsewhere";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../test";

const cell = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const ready = (page: Page) => expect(button(page, "Undo")).toBeVisible();

/** As a spreadsheet puts it on the clipboard; one cell has two contributions, one is not understood. */
const PASTED = [
  ["Name", "Organisation", "Role", "Phase", "Setting", "Region", "NPQs taken"],
  ["Ada Byron", "Oak School", "Head", "Primary", "Academy", "London", "NPQH"],
  ["Grace Murray", "Elm School", "Wizard", "Secondary", "Academy", "London", '"NPQSL\nNPQH"'],
  ...Array.from({ length: 6 }, (_, index) => [`Person ${index + 3}`, "Oak School", "SENCO"]),
]
  .map((cells) => cells.join("\t"))
  .join("\n");

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Nothing that stays in its place covers the cell. */
const expectClear = (page: Page, name: string) =>
  expect
    .poll(() =>
      cell(page, name).evaluate((input) => {
        const { left, top, height } = input.getBoundingClientRect();
        return document.elementFromPoint(left + 2, top + height / 2) === input;
      }),
    )
    .toBe(true);

test("eight people are pasted, put right by keys and saved, with one permission for all", async ({
  page,
  context,
}) => {
  await signIn(context, "elsewhere");
  const roundtable = await startRoundtable();
  await page.goto(`${roundtable}/people?names=1`);
  await ready(page);
  const keys = page.keyboard;

  await cell(page, "Name, row 1").focus();
  await paste(page, PASTED);
  await expect(page.getByText("8 rows pasted. Not saved yet.")).toBeVisible();
  await expect(cell(page, "Permission, row 1, Ada Byron")).toBeInViewport({ ratio: 1 });
  await keys.press("ArrowDown");
  await expect(cell(page, "Name, row 2, Grace Murray")).toBeFocused();
  await cell(page, "Email address, row 1, Ada Byron").focus();
  await button(page, "Role in row 2").click();
  await expect(cell(page, "Role, row 2, Grace Murray")).toBeFocused();
  await expectClear(page, "Role, row 2, Grace Murray");
  await page.getByLabel("Choose everybody").check();
  await button(page, "Save people").click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await page.getByRole("link", { name: "Role in row 2: “Wizard” is not in the list of roles" }).click();
  const role = cell(page, "Role, row 2, Grace Murray");
  await expect(role).toBeFocused();
  await expect(role).toHaveValue("Wizard");
  await expect(role).toHaveAccessibleDescription(/“Wizard” is not in the list of roles/);

  await keys.type("Wiz");
  await expect(role).toHaveValue("Wiz");
  await keys.press("Escape");
  await role.press("F2");
  await keys.type("x");
  await keys.press("Escape");
  await expect(role).toHaveValue("Wizard");
  await keys.type("dep");
  await expect(page.getByRole("option", { name: "Deputy head", selected: true })).toBeVisible();
  await keys.press("Enter");
  await expect(role).toHaveValue("Deputy head");
  await expect(cell(page, "Role, row 3, Person 3")).toBeFocused();
  await keys.press("ArrowLeft");
  await expect(cell(page, "Organisation, row 3, Person 3")).toBeFocused();
  await keys.press("Control+z");
  await expect(role).toHaveValue("Wizard");
  await keys.press("Control+y");
  await expect(role).toHaveValue("Deputy head");

  await button(page, "Words may be read and quoted").click();
  await cell(page, "Permission, row 3, Person 3").focus();
  await keys.press("Control+Enter");
  await expect(page.getByText("8 people added.")).toBeVisible();
  await expect(cell(page, "Permission, P03, Person 3")).toBeFocused();
  await expect(cell(page, "Permission, P03, Person 3")).toBeInViewport({ ratio: 1 });
  await expect(button(page, "Save people")).toBeInViewport();
  await expect(page.getByText("Words may be read and quoted: 8, Paraphrase only: 0")).toBeVisible();
  await expect(cell(page, "NPQs taken, P02, Grace Murray")).toHaveValue("NPQH, NPQSL");

  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await cell(page, "Email address, P01, Ada Byron").focus();
  await expect(page.getByRole("link", { name: "P01", exact: true })).toBeInViewport();
  await expectAccessible(page);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel("Choose everybody").check();
  await button(page, "Paraphrase only").click();
  await button(page, "Save people").click();
  await expect(page.getByRole("group", { name: /^Check the narrower permission of P01, P02/ })).toBeFocused();
  await button(page, "Save with the narrower permission").click();
  await expect(page.getByText("8 people changed.")).toBeInViewport();
  await expect(button(page, "Save people")).toBeFocused();
});

test("what is typed and means one thing is taken, and a click or an arrow goes on as in a spreadsheet", async ({
  page,
  context,
}) => {
  await signIn(context, "elsewhere");
  await page.goto(`${await startRoundtable()}/people`);
  await ready(page);
  const keys = page.keyboard;
  await cell(page, "Region, row 1").click();
  await keys.type("Yorks");
  await keys.press("ArrowDown");
  await expect(cell(page, "Region, row 2")).toBeFocused();
  await expect(cell(page, "Region, row 1")).toHaveValue("Yorkshire and The Humber");
  await keys.type("NW");
  await keys.press("ArrowDown");
  await expect(cell(page, "Region, row 2")).toHaveValue("North West");
  await keys.type("South");
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await expect(cell(page, "Region, row 3")).toHaveValue("South East");
  await expect(cell(page, "Region, row 4")).toBeFocused();
  await cell(page, "Permission, row 1").click();
  await keys.type("Words");
  await keys.press("Tab");
  await expect(cell(page, "Permission, row 1")).toHaveValue("Words may be read and quoted");
  const region = cell(page, "Region, row 1");
  await region.click();
  await keys.type("London");
  await expect(region).toHaveValue("London");
  await keys.press("Enter");
  await cell(page, "Setting, row 1").click();
  await paste(page, "AP hub");
  await expect(page.getByText("1 cell pasted. Not saved yet.")).toBeVisible();
  await expect(page.getByRole("listbox")).toBeHidden();
  await keys.press("ArrowRight");
  await expect(region).toBeFocused();
  await keys.press("ArrowLeft");
  await keys.type("AP academy");
  await keys.press("Tab");
  await expect(cell(page, "Setting, row 1")).toHaveValue("Pupil referral unit or alternative provision");
});

test("somebody already registered is offered by name, and a colleague's change is shown alongside one's own", async ({
  page,
  context,
}) => {
  await signIn(context, "elsewhere");
  const before = await startRoundtable();
  await page.goto(`${before}/people?names=1`);
  await ready(page);
  await cell(page, "Name, row 1").fill("Hester Quillan");
  await cell(page, "Role, row 1, Hester Quillan").fill("SENCO");
  await button(page, "Save people").click();
  await expect(page.getByText("1 person added.")).toBeVisible();

  const roundtable = await startRoundtable();
  await page.goto(`${roundtable}/people?names=1`);
  await ready(page);
  await cell(page, "Name, row 1").focus();
  await page.keyboard.type("hest");
  await expect(page.getByRole("option", { name: /^Hester Quillan.*Already registered/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(cell(page, "Role, row 1, Hester Quillan")).toHaveValue("SENCO");
  await button(page, "Save people").click();
  await expect(page.getByText("1 person added.")).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${roundtable}/people`);
  await ready(other);
  await cell(other, "Role, P01").fill("Governor");
  await button(other, "Save people").click();
  await expect(other.getByText("1 person changed.")).toBeVisible();
  const role = cell(page, "Role, P01, Hester Quillan");
  await role.fill("Deputy head");
  await button(page, "Save people").click();
  await expect(role).toHaveAccessibleDescription(/changed this to “Governor or trustee”/);
  await expect(role).toHaveValue("Deputy head");
  await button(page, "Use “Governor or trustee”").click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the grid is a form of rows, which loses nothing that was typed", async ({ page, context }) => {
    await signIn(context, "elsewhere");
    await page.goto(`${await startRoundtable()}/people`);
    await cell(page, "Name, row 1").fill("Ada Byron");
    await cell(page, "Role, row 1").fill("Wizard");
    await button(page, "Save people").click();
    await expect(
      page.getByRole("link", { name: "Role in row 1: “Wizard” is not in the list of roles" }),
    ).toBeVisible();
    const role = cell(page, "Role, row 1, Ada Byron");
    await expect(role).toHaveValue("Wizard");
    await role.fill("head teacher");
    await page.getByLabel("Choose row 1, Ada Byron").check();
    await page.getByLabel("On paper").check();
    await button(page, "Words may be read and quoted").click();
    await expect(page.getByText("1 person added.")).toBeVisible();
    await expect(cell(page, "Role, P01")).toHaveValue("Headteacher");
    await expect(cell(page, "How they said so, P01")).toHaveValue("On paper");
  });

  test("people are words to read, and fields for whoever asks for them", async ({ page, context }) => {
    await signIn(context, "elsewhere");
    const people = `${await startRoundtable()}/people`;
    await page.goto(people);
    await cell(page, "Role, row 1").fill("SENCO");
    await button(page, "Save people").click();
    await expect(page.getByText("1 person added.")).toBeVisible();
    await page.goto(people);
    await page.getByRole("link", { name: "Edit this table" }).click();
    await cell(page, "Role, P01").fill("Deputy head");
    await button(page, "Save people").click();
    await expect(page.getByText("1 person changed.")).toBeVisible();
    await page.goto(people);
    await expect(page.getByRole("row", { name: /^P01 .*Deputy head/ })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(button(page, "Save people")).toBeHidden();
  });
});

test("people can be read before their fields are there, and the place is kept when they come", async ({
  page,
  context,
}) => {
  await signIn(context, "lead");
  const people = "/reviews/npq/roundtables/online-march-2026/people";
  const first = await (await context.request.get(people)).text();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    if (!first.includes(new URL(route.request().url()).pathname)) await held;
    await route.continue();
  });
  await page.goto(people);
  const table = page.getByRole("region", { name: "People at this roundtable" });
  const link = table.getByRole("link", { name: "P03", exact: true });
  await link.focus();
  await table.evaluate((region) => region.scrollTo({ left: 300 }));
  const sizeOf = () => table.evaluate((region) => [region.scrollWidth, region.scrollHeight]);
  const size = await sizeOf();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
  await link.focus();
  letGo();
  await ready(page);
  await expect(link).toBeFocused();
  expect(await table.evaluate((region) => region.scrollLeft)).toBe(300);
  expect(await sizeOf()).toEqual(size);
});

test("rows that are not saved are asked about before a link or Back takes the page away", async ({
  page,
  context,
}) => {
  await signIn(context, "elsewhere");
  const roundtable = await startRoundtable();
  await page.goto(roundtable);
  await page
    .getByRole("link", { name: /^People/ })
    .first()
    .click();
  await ready(page);
  let answer = false;
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.message());
    await (answer ? dialog.accept() : dialog.dismiss());
  });
  await cell(page, "Role, row 1").fill("SENCO");
  await page.getByRole("link", { name: "Add from a list" }).click();
  await page.evaluate(() => history.back());
  await button(page, "Sign out").click();
  await expect.poll(() => asked.length).toBe(3);
  expect(asked[0]).toContain("rows that you have not saved");
  await expect(cell(page, "Role, row 1")).toHaveValue("SENCO");
  expect(new URL(page.url()).pathname).toBe(`${new URL(roundtable, page.url()).pathname}/people`);
  answer = true;
  await page.getByRole("link", { name: "Add from a list" }).click();
  await expect(page.getByRole("heading", { name: "Add people from a list" })).toBeVisible();
  expect(asked).toHaveLength(4);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a tap on a cell opens its choices", async ({ page, context }) => {
    await signIn(context, "elsewhere");
    await page.goto(`${await startRoundtable()}/people`);
    await ready(page);
    await cell(page, "Role, row 1").tap();
    const choices = page.getByRole("listbox", { name: "Choices" });
    await choices.getByRole("option", { name: "Deputy head" }).tap();
    await expect(cell(page, "Role, row 1")).toHaveValue("Deputy head");
    await expect(choices).toBeHidden();
    await cell(page, "Name, row 2").tap();
    await page.keyboard.type("Grace");
    await expect(cell(page, "Name, row 2, Grace")).toHaveValue("Grace");
    await expect(page.getByText("Arrow keys move between cells.")).toBeHidden();
  });
});
