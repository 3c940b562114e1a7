import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

const THEMES = ["Coaching", "Delivery"];
const line = (page: Page) => page.getByRole("group", { name: "The line, and what is on it" });
/** The box for a theme's stance; ticked means that the theme is on the line. */
const box = (page: Page, theme: string, stance: string) =>
  line(page).getByRole("group", { name: theme }).getByRole("checkbox", { name: stance });

test("two people code a sample apart, see how far they agree, and decide where they differ", async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const [lead, facilitator] = [await openAs("lead"), await openAs("facilitator")];

  await test.step("the lead plans a round of three lines, and sees the width it will give", async () => {
    await lead.goto("/reviews/npq/coding/rounds/new");
    await lead.getByLabel("How many lines to draw").fill("3");
    await lead.getByRole("button", { name: "Show the width" }).click();
    await expect(lead).toHaveURL(/size=3/);
    await expect(lead.getByRole("button", { name: "Draw 3 lines and begin" })).toBeVisible();
    await expectAccessible(lead);
    await lead.getByLabel("Title", { exact: true }).fill("First pass");
    const themes = lead.getByRole("group", { name: "Themes" });
    for (const one of await themes.getByRole("checkbox").all()) await one.uncheck();
    for (const theme of THEMES) await themes.getByRole("checkbox", { name: theme }).check();
    await lead.getByRole("button", { name: "Draw 3 lines and begin" }).click();
    await expect(lead.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  });

  await test.step("a round of one coder is refused, and nothing typed is lost", async () => {
    await expect(lead.getByLabel("Title", { exact: true })).toHaveValue("First pass");
    const coders = lead.getByRole("group", { name: "Who codes" });
    for (const name of ["Morgan Tidewell", "Priya Ashgrove"])
      await coders.getByRole("checkbox", { name }).check();
    await lead.getByRole("button", { name: "Draw 3 lines and begin" }).click();
    await expect(lead.getByRole("heading", { level: 1, name: /First pass/ })).toBeVisible();
    await expectAccessible(lead);
  });
  const round = new URL(lead.url()).pathname;

  await test.step("the lead codes by keys alone", async () => {
    await lead.goto(`${round}/code`);
    for (const [at, keys] of [["1", "a"], ["1"], []].entries()) {
      await expect(lead.getByText(`${at} of 3 lines read`)).toBeVisible();
      await line(lead).focus();
      for (const key of keys) await lead.keyboard.press(key);
      if (at === 0) await expect(box(lead, "Coaching", "Ask")).toBeChecked();
      await lead.keyboard.press("Enter");
    }
    await expect(lead.getByText("You have read all 3 lines.")).toBeVisible();
    await lead.getByRole("button", { name: "Finish" }).click();
    await expect(lead.getByText("Once every coder has finished").first()).toBeVisible();
  });

  await test.step("the colleague sees nothing of it, neither in the round nor beside it", async () => {
    await facilitator.goto(`${round}/agreement`);
    await expect(facilitator.getByText("Not every coder has finished")).toBeVisible();
    await facilitator.goto(`${round}/code`);
    await expect(facilitator.getByText("0 of 3 lines read")).toBeVisible();
    await expectAccessible(facilitator);
    for (let at = 0; at < 3; at++) {
      await expect(facilitator.getByText(`${at} of 3 lines read`)).toBeVisible();
      for (const theme of THEMES)
        await expect(
          line(facilitator).getByRole("group", { name: theme }).getByRole("checkbox", { checked: true }),
        ).toHaveCount(0);
      // They differ on the second line alone.
      if (at === 0) await box(facilitator, "Coaching", "Ask").check();
      if (at === 1) await facilitator.getByLabel("Memo").fill("Is a mentor a coach?");
      await facilitator.getByRole("button", { name: "Save, next line" }).click();
    }
    await facilitator.getByRole("button", { name: "Finish" }).click();
  });

  await test.step("both see how far they agree, before anything is decided", async () => {
    await lead.goto(`${round}/agreement`);
    await expect(lead.getByRole("heading", { name: "Over all themes" })).toBeVisible({ timeout: 30_000 });
    await expect(lead.getByText("The coders differed on 1 of 3 lines.")).toBeVisible();
    await expectAccessible(lead);
  });

  await test.step("the difference is decided with a reason, and the round settled", async () => {
    await facilitator.goto(`${round}/adjudicate`);
    await expect(facilitator.getByText("0 of 1 decided")).toBeVisible();
    await expect(facilitator.getByText("Is a mentor a coach?")).toBeVisible();
    await expectAccessible(facilitator);
    await facilitator.getByRole("button", { name: "Save, next difference" }).click();
    await expect(facilitator.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await facilitator.getByRole("radio", { name: "Yes" }).check();
    await facilitator.getByLabel("Why").fill("Mentors coach here");
    await facilitator.getByRole("button", { name: "Save, next difference" }).click();
    await lead.goto(round);
    await lead.getByRole("button", { name: "Settle the round" }).click();
    await expect(lead.getByText("Settled").first()).toBeVisible();
    await lead.goto(`${round}/agreement`);
    await expect(lead.getByText("The coders differed on 1 of 3 lines.")).toBeVisible();
  });
});
