import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "./test";

const THEMES = ["Coaching", "Delivery"];
const contribution = (page: Page) => page.getByRole("group", { name: "The contribution and its themes" });
/** The box for a theme's stance; ticked means that the theme is on the contribution. */
const box = (page: Page, theme: string, stance: string) =>
  contribution(page).getByRole("group", { name: theme }).getByRole("checkbox", { name: stance });

/** What has the focus, where the buttons at the foot of the form cover any of it; run in the page. */
function hiddenByFoot(): string {
  const focus = document.activeElement;
  const foot = document.querySelector("[data-form-foot]");
  if (!focus || !foot || foot.contains(focus)) return "";
  return focus.getBoundingClientRect().bottom > foot.getBoundingClientRect().top ? focus.outerHTML : "";
}

test("two people code a sample blind, see how far they agree, and decide where they differ", async ({
  openAs,
  browser,
}) => {
  const lead = await openAs("lead");
  let facilitator = await openAs("facilitator");

  await test.step("the lead plans a round of three contributions, and sees how precise it will be", async () => {
    await lead.goto("/reviews/npq/coding/rounds/new");
    await lead.getByLabel("How many contributions to draw").fill("3");
    await lead.getByRole("button", { name: "Estimate precision" }).click();
    await expect(lead).toHaveURL(/size=3/);
    await expect(lead.getByRole("button", { name: "Draw 3 contributions and begin" })).toBeVisible();
    await expectAccessible(lead);
    await lead.getByLabel("Title", { exact: true }).fill("First pass");
    await lead.getByRole("button", { name: "Draw 3 contributions and begin" }).click();
    await expect(lead.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  });

  await test.step("a round of one coder is refused, and nothing typed is lost", async () => {
    await expect(lead.getByLabel("Title", { exact: true })).toHaveValue("First pass");
    const coders = lead.getByRole("group", { name: "Who codes" });
    for (const name of ["Morgan Tidewell", "Priya Ashgrove"])
      await coders.getByRole("checkbox", { name }).check();
    await lead.getByRole("button", { name: "Draw 3 contributions and begin" }).click();
    await expect(lead.getByRole("heading", { level: 1, name: /First pass/ })).toBeVisible();
    await expectAccessible(lead);
  });
  const round = new URL(lead.url()).pathname;

  await test.step("a contribution, all themes and the way on are on one screen", async () => {
    await lead.setViewportSize({ width: 1280, height: 900 });
    await lead.goto(`${round}/code`);
    for (const part of [
      contribution(lead).locator(".said"),
      box(lead, "Leadership development", "Strength"),
      box(lead, "Something else", "Observation"),
      lead.getByText("0 of 3 contributions read"),
      lead.getByRole("button", { name: "Save and next" }),
    ])
      await expect(part).toBeInViewport({ ratio: 1 });
    expect(await lead.evaluate(() => scrollY)).toBe(0);
  });

  await test.step("on a phone the way on stays at the foot, and never covers the focus", async () => {
    await lead.setViewportSize({ width: 360, height: 740 });
    await expect(lead.getByRole("button", { name: "Save and next" })).toBeInViewport({ ratio: 1 });
    await box(lead, "Framework repetition", "Observation").focus();
    const last = box(lead, "Something else", "Observation");
    for (let stop = 0; stop < 20; stop++) {
      await lead.keyboard.press("Tab");
      expect(await lead.evaluate(hiddenByFoot)).toBe("");
      if (await last.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(last).toBeFocused();
    await expectNoSidewaysScroll(lead);
    await lead.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("the lead codes by keys alone", async () => {
    await lead.goto(`${round}/code`);
    for (const [at, keys] of [["5", "a"], ["5"], []].entries()) {
      await expect(lead.getByText(`${at} of 3 contributions read`)).toBeVisible();
      await contribution(lead).focus();
      for (const key of keys) await lead.keyboard.press(key);
      if (at === 0) await expect(box(lead, "Coaching", "Ask")).toBeChecked();
      await lead.keyboard.press("Enter");
    }
    await expect(lead.getByText("You have read all 3 contributions.")).toBeVisible();
    await lead.getByRole("button", { name: "Finish" }).click();
    await expect(lead.getByText("Once every coder has finished").first()).toBeVisible();
  });

  await test.step("the colleague sees nothing of it, neither in the round nor alongside it", async () => {
    await facilitator.goto(`${round}/agreement`);
    await expect(facilitator.getByText("Not every coder has finished")).toBeVisible();
    await facilitator.goto(`${round}/code`);
    await expect(facilitator.getByText("0 of 3 contributions read")).toBeVisible();
    await expectAccessible(facilitator);
    for (let at = 0; at < 3; at++) {
      await expect(facilitator.getByText(`${at} of 3 contributions read`)).toBeVisible();
      for (const theme of THEMES)
        await expect(
          contribution(facilitator)
            .getByRole("group", { name: theme })
            .getByRole("checkbox", { checked: true }),
        ).toHaveCount(0);
      // They differ on the second contribution alone.
      if (at === 0) await box(facilitator, "Coaching", "Ask").check();
      if (at === 1) await facilitator.getByLabel("Memo").fill("Is a mentor a coach?");
      await facilitator.getByRole("button", { name: "Save and next" }).click();
    }
    await facilitator.getByRole("button", { name: "Finish" }).click();
  });

  await test.step("both see how far they agree, before anything is decided", async () => {
    await lead.goto(`${round}/agreement`);
    await expect(lead.getByRole("heading", { name: "Over all themes" })).toBeVisible();
    await expect(lead.getByText("The coders differed on 1 of 3 contributions.")).toBeVisible();
    await expectAccessible(lead);
  });

  await test.step("the difference is decided with another answer, without scripts, which needs a reason", async () => {
    await facilitator.goto(`${round}/adjudicate`);
    await expectAccessible(facilitator);
    const context = await browser.newContext({ javaScriptEnabled: false });
    await signIn(context, "facilitator");
    facilitator = await context.newPage();
    await facilitator.goto(`${round}/adjudicate`);
    await expect(facilitator.getByText("0 of 1 decided")).toBeVisible();
    await expect(facilitator.getByText("Is a mentor a coach?")).toBeVisible();
    await expect(facilitator.getByRole("group", { name: "Your answer" })).toBeHidden();
    await facilitator.getByRole("radio", { name: "Another answer" }).check();
    await facilitator.getByRole("checkbox", { name: "Strength" }).check();
    await facilitator.getByRole("button", { name: "Save and next" }).click();
    await expect(facilitator.getByRole("link", { name: /Enter a reason/ })).toBeVisible();
    await expect(facilitator.getByRole("checkbox", { name: "Strength" })).toBeChecked();
    await facilitator.getByLabel("Reason").fill("Mentors coach here");
    await facilitator.getByRole("button", { name: "Save and next" }).click();
    await expect(facilitator.getByRole("button", { name: "Settle the round" })).toBeVisible();
    await context.close();
  });

  await test.step("agreeing with a coder takes two keys and no reason", async () => {
    await lead.goto(`${round}/adjudicate?at=1`);
    await expect(lead.getByText("Mentors coach here").first()).toBeVisible();
    const reason = lead.getByLabel("Reason");
    await reason.fill("");
    await reason.press("Escape");
    const agree = lead.getByRole("radio", { name: "Agree with Priya Ashgrove" });
    await lead.keyboard.press((await agree.getAttribute("aria-keyshortcuts")) ?? "");
    await expect(agree).toBeChecked();
    await lead.keyboard.press("Enter");
    await lead.getByRole("button", { name: "Settle the round" }).click();
    await expect(lead.getByText("Settled").first()).toBeVisible();
    await lead.goto(`${round}/agreement`);
    await expect(lead.getByText("The coders differed on 1 of 3 contributions.")).toBeVisible();
  });
});
