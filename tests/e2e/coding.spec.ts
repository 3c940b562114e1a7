import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { log } from "./support/log";
import { expect, expectAccessible, expectNoSidewaysScroll, test, url } from "./test";

const contributions = (page: Page) => page.getByRole("list", { name: "Contributions", exact: true });
const contributionOf = (page: Page, words: string) =>
  contributions(page).locator("[data-contribution]").filter({ hasText: words });
/** What its memos say, apart from the fields to change them. */
const memos = (contribution: Locator) =>
  contribution.getByRole("region", { name: "Memos" }).getByRole("paragraph");
/** Waits for what the page announces; a failure says what it announced instead. */
const saved = (page: Page, words: string) =>
  expect(async () => {
    const announced = await page.getByRole("status").allInnerTexts();
    expect(announced).toContainEqual(expect.stringContaining(words));
  }).toPass({ timeout: 90_000 });

/** The address of the contributions that hold these words. */
const search = (words: string) => `/reviews/npq/coding?words=${encodeURIComponent(words)}`;

const SAID = "Nobody at my trust knew what the coach was for";

test("two people code the same contributions without a mouse and see each other's work", async ({
  openAs,
}) => {
  const [lead, facilitator] = [await openAs("lead"), await openAs("facilitator")];
  await log("facilitator", SAID);
  for (const page of [lead, facilitator]) await page.goto(search(SAID));
  const [mine, theirs] = [contributionOf(lead, SAID), contributionOf(facilitator, SAID)];

  await test.step("a theme on marked words, by keys alone", async () => {
    await mine.focus();
    // "Nobody", "at", "my", and no longer "Nobody".
    for (const key of ["]", "]", "]", "}"]) await lead.keyboard.press(key);
    await expect(mine.locator("mark")).toHaveText("at my");
    await lead.keyboard.press("1");
    await saved(lead, "Leadership development, observation, on the marked words.");
    await lead.keyboard.press("a");
    await saved(lead, "Leadership development, ask, on the marked words.");
    await expect(mine.getByRole("list", { name: "Themes" })).toContainText("“at my”");
    await lead.keyboard.press(";");
    await saved(lead, "the stance of Leadership development is inferred");
    await lead.keyboard.press(";");
    await saved(lead, "the speaker put the stance of Leadership development themselves");
    await lead.keyboard.press("Escape");
    await expect(mine.locator("mark")).toHaveCount(0);
  });

  await test.step("the colleague sees it, and marks words that overlap", async () => {
    await expect(theirs.getByRole("list", { name: "Themes" })).toContainText("by Morgan Tidewell");
    await theirs.focus();
    for (const key of ["]", "]"]) await facilitator.keyboard.press(key);
    await facilitator.keyboard.press("5");
    await saved(facilitator, "Coaching, observation, on the marked words.");
    await expect(mine.getByRole("list", { name: "Themes" })).toContainText("“Nobody at”");
    await expectAccessible(lead);
  });

  await test.step("a memo and a flag reach the other, and the filter finds the contribution", async () => {
    await mine.focus();
    await lead.keyboard.press("f");
    await saved(lead, "the contribution is flagged to talk about");
    await lead.keyboard.press("m");
    await expect(mine.getByLabel("New memo")).toBeFocused();
    await lead.keyboard.type("Whose coach is meant?");
    await lead.keyboard.press("Control+Enter");
    await expect(memos(mine).filter({ hasText: "Whose coach is meant?" })).toBeVisible();
    await expect(theirs.getByText("1 memo")).toBeVisible();
    await mine.getByRole("button", { name: "NPQH, Headship" }).click();
    await saved(lead, "the contribution is about NPQH");
    await expect(theirs.getByText("About NPQH")).toBeVisible();
    await expect(theirs.getByText("To talk about")).toBeVisible();
    await facilitator.goto("/reviews/npq/coding?left=flagged");
    await expect(contributionOf(facilitator, SAID)).toBeVisible();
    await facilitator.goto(search(SAID));
  });

  await test.step("what is being typed survives what the colleague does meanwhile", async () => {
    const field = mine.getByLabel("New memo");
    await field.fill("Not lost: the coach");
    await theirs.focus();
    await facilitator.keyboard.press("f");
    await saved(facilitator, "no longer flagged");
    await expect(mine.getByText("To talk about", { exact: true })).toHaveCount(0);
    await expect(field).toHaveValue("Not lost: the coach");
    await facilitator.keyboard.press("f");
    await expect(mine.getByText("To talk about, says Priya Ashgrove")).toBeVisible();
    await field.press("Tab");
    await lead.keyboard.press("Enter");
    await expect(memos(mine).filter({ hasText: "Not lost: the coach" })).toBeVisible();
    await saved(lead, "Saved: the memo.");
    await expect(mine).toBeFocused();
    // What was saved is no draft any more.
    for (const key of ["Escape", "Enter"]) await lead.keyboard.press(key);
    await expect(field).toHaveValue("");
  });

  await test.step("what each theme means is one key away, and the contribution has the focus again", async () => {
    await mine.focus();
    await lead.keyboard.press("d");
    await expect(lead.getByRole("dialog", { name: "What each theme means" })).toContainText("Belongs here");
    await lead.keyboard.press("Escape");
    await expect(mine).toBeFocused();
  });

  await test.step("every step is taken back, one by one", async () => {
    for (const words of [
      "is not about NPQH",
      "no longer flagged",
      "is inferred",
      "put the stance",
      "Leadership development, observation",
      "was removed",
    ]) {
      await lead.keyboard.press("u");
      await saved(lead, words);
    }
    await expect(mine.getByRole("list", { name: "Themes" })).not.toContainText("Leadership development");
    await expect(mine.getByRole("list", { name: "Themes" })).toContainText("Coaching");
  });
});

const codebook = (page: Page) => page.getByRole("complementary", { name: "Codebook" });
const findTheme = (page: Page) => codebook(page).getByRole("combobox", { name: "Find a theme" });

test("the contributions begin near the top, and the codebook alongside them is whole and clickable", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  await page.setViewportSize({ width: 1280, height: 900 });
  const words = "The webinar was at half past three, in the middle of pick-up";
  await log("facilitator", words);
  await page.goto(search(words));
  const contribution = contributionOf(page, words);
  const themes = contribution.getByRole("list", { name: "Themes" });
  const item = (name: string) => codebook(page).getByRole("treeitem", { name });

  await test.step("within one screen of 900 pixels", async () => {
    expect((await contribution.boundingBox())?.y).toBeLessThan(250);
    for (const tree of await codebook(page).getByRole("tree").all()) {
      const box = await tree.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
    }
    await expectAccessible(page);
  });

  await test.step("Tab comes to the contributions past the menu and the filters, and the keys work after a look at them", async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the contributions" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(contribution).toBeFocused();
    await codebook(page).getByRole("button", { name: "Shortcuts" }).click();
    await page.keyboard.press("Escape");
    await expect(contribution).toBeFocused();
  });

  await test.step("what a theme is set as without a choice is said", async () => {
    await expect(codebook(page).getByText("Next stance: observation, unless you choose")).toBeVisible();
    await page.keyboard.press("s");
    await saved(page, "The next theme is set as: strength.");
    await page.keyboard.press("s");
    await saved(page, "No stance is chosen: the next theme is set as observation, unless you choose.");
  });

  await test.step("a press sets a theme on the marked words, and the keys go on there", async () => {
    await contribution.focus();
    for (const key of ["]", "]"]) await page.keyboard.press(key);
    await item("Delivery").click();
    await saved(page, "Delivery, observation, on the marked words.");
    await expect(themes).toContainText("“The webinar”");
    await expect(contribution).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("a stance that is chosen first, and a theme found by typing", async () => {
    await codebook(page).getByRole("button", { name: "Improvement" }).click();
    await page.keyboard.press("/");
    await expect(findTheme(page)).toBeFocused();
    await page.keyboard.type("fund");
    await expect(codebook(page).getByRole("treeitem")).toHaveCount(1);
    // A letter that is typed is no shortcut.
    await page.keyboard.press("Enter");
    await saved(page, "Accessibility and funding, improvement.");
    await expect(contribution).toBeFocused();
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await saved(page, "Assessment consistency, observation.");
    await page.keyboard.press("u");
    await saved(page, "Assessment consistency, observation, was removed.");
  });

  await test.step("the number alongside a theme is of what is listed", async () => {
    const number = codebook(page).getByRole("link", { name: /read the passages of Delivery$/ });
    await expect(number).toHaveText("1");
    await expect(codebook(page)).toContainText("Out of 1 listed contribution");
  });

  await test.step("filters that are set are words that take them off", async () => {
    await page.goto(`${search(words)}&left=mine&theme=delivery`);
    await page.getByRole("link", { name: "Remove filter: Delivery" }).click();
    await expect(page).not.toHaveURL(/theme=/);
    await expect(page.getByRole("link", { name: /^Remove filter: / })).toHaveText([/Tagged by me/]);
    await expect(page.getByRole("searchbox", { name: "Words" })).toHaveValue(words);
    const opener = page.getByRole("button", { name: "Filters" });
    const filters = page.getByRole("dialog", { name: "Filters" });
    await opener.click();
    await expect(filters.getByLabel("Roundtable")).toBeVisible();
    await expect(filters).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(filters).toBeHidden();
    await expect(opener).toBeFocused();
  });
});

test("on a phone the codebook opens over the page, and goes once a theme is set", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.setViewportSize({ width: 360, height: 780 });
  const words = "The module on budgets never mentioned a real one";
  await log("facilitator", words);
  await page.goto(search(words));
  await page.getByRole("button", { name: "Codebook" }).click();
  await codebook(page).getByRole("button", { name: "Close" }).click();
  await expect(findTheme(page)).toBeHidden();
  await page.getByRole("button", { name: "Codebook" }).click();
  await codebook(page).getByRole("treeitem", { name: "Coaching" }).click();
  await saved(page, "Coaching, observation.");
  await expect(findTheme(page)).toBeHidden();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(contributionOf(page, words).getByText("No theme yet")).toBeVisible();
});

test("all passages of a theme are read, recoded, put back and taken away", async ({ openAs }) => {
  const page = await openAs("facilitator");
  const words = "Our trust pays half, and the governors grumble about the other half";
  await log("facilitator", words);
  await page.goto(search(words));
  await contributionOf(page, words).focus();
  for (const key of ["]", "]", "4"]) await page.keyboard.press(key);
  await saved(page, "Accessibility and funding, observation, on the marked words.");

  await page.goto("/reviews/npq/themes/funding");
  await page.getByRole("link", { name: "Read, recode and download the passages" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passages: Accessibility and funding");
  const passage = page
    .getByRole("list", { name: "Passages" })
    .locator("[data-contribution]")
    .filter({ hasText: words });
  await expect(passage).toContainText("“Our trust”, set by you");
  await expectAccessible(page);

  await test.step("another theme and stance, and back", async () => {
    await passage.getByText("Recode", { exact: true }).click();
    await passage.getByLabel("Theme").selectOption("Delivery");
    await passage.getByLabel("Stance").selectOption("Ask");
    await passage.getByRole("button", { name: "Save" }).click();
    await saved(page, "Saved: now Delivery, ask.");
    await expect(passage).toContainText("No longer under “Accessibility and funding”");
    await page.getByRole("button", { name: "Undo" }).click();
    await saved(page, "Saved: now Accessibility and funding, observation.");
    await expect(passage).toContainText("“Our trust”, set by you");
  });

  await test.step("taken off, it stays to be put back", async () => {
    await passage
      .getByRole("button", {
        name: "Remove Accessibility and funding from “Our trust”, observation, set by you",
      })
      .click();
    await saved(page, "was removed");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(passage).toContainText("“Our trust”, set by you");
  });

  await test.step("only those of a stance", async () => {
    await page.getByLabel("Stance", { exact: true }).first().selectOption("Observation");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/stance=observation/);
    await expect(passage).toBeVisible();
  });

  await test.step("the panel of the file takes the focus, Escape gives it back, and Tab leaves it", async () => {
    const opener = page.getByRole("button", { name: "Download as CSV" });
    const panel = page.getByRole("dialog", { name: "Download these passages" });
    await opener.press("Enter");
    await expect(panel).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
    await expect(panel).toBeHidden();
    await opener.press("Enter");
    await expect(panel).toBeFocused();
    await page.getByRole("button", { name: "Download", exact: true }).focus();
    await page.keyboard.press("Tab");
    await expect(panel).toBeHidden();
  });

  await test.step("and as a file for the facilitators", async () => {
    await page.getByRole("button", { name: "Download as CSV" }).click();
    await page.getByLabel("For the facilitators’ own use").check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download", exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("npq-funding-facilitators-only.csv");
    expect(readFileSync(await file.path(), "utf8")).toContain(`Our trust,"${words}"`);
  });
});

test("what a machine suggests is accepted or turned down by key, and can be hidden", async ({ openAs }) => {
  const page = await openAs("facilitator");
  const words = "My mentor and the coaching sessions changed how I lead meetings";
  await log("facilitator", words);
  await page.goto(search(words));
  const contribution = contributionOf(page, words);
  const suggested = contribution.getByRole("list", { name: "Suggested, not counted" });
  await expect(suggested).toContainText("Coaching");
  await expectAccessible(page);
  await contribution.focus();
  await page.keyboard.press("x");
  await saved(page, "was rejected here");
  await page.keyboard.press("u");
  await saved(page, "may be suggested here again");
  await suggested.getByRole("button", { name: "Accept Coaching as observation" }).click();
  await expect(contribution.getByRole("list", { name: "Themes" })).toContainText("Coaching");

  const second = "Another mentor, more coaching, the same again";
  await log("facilitator", second);
  await page.goto(search(second));
  const more = () => page.getByRole("button", { name: "More", exact: true }).click();
  await more();
  await page.getByRole("button", { name: "Hide suggestions" }).click();
  await expect(page.getByRole("button", { name: "Show suggestions" })).toBeVisible();
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.reload();
  // Asked for and recorded all the same, and none handed out.
  await answered;
  await expect(contributionOf(page, second)).toBeVisible();
  await expect(contributionOf(page, second).getByText("Suggested:")).toHaveCount(0);
  await more();
  await page.getByRole("button", { name: "Show suggestions" }).click();
  await expect(contributionOf(page, second).getByText("Suggested:")).toBeVisible();

  // A request that cannot be read is answered, and the next one works.
  const similar = contributionOf(page, second).getByRole("region", { name: "Similar contributions" });
  const unreadable = /^\["[0-9a-f-]{36}"\]$/;
  await page.route("**/coding?**", (route) =>
    unreadable.test(route.request().postData() ?? "")
      ? route.continue({ postData: '["not an id"]' })
      : route.continue(),
  );
  await contributionOf(page, second).focus();
  await page.keyboard.press("Enter");
  await expect(similar).toContainText("This request could not be read.");
  await page.unrouteAll();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(similar).toContainText("There are no similar contributions.");
});

test("a theme for all contributions of a search is seen before it is set, and taken back in one step", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  for (const end of ["first", "second"])
    await log("facilitator", `The car park of the venue was full, the ${end} time`);
  await page.goto(search("car park of the venue"));
  await page.getByRole("link", { name: "Set one theme on all 2" }).click();
  await expect(
    page.getByRole("heading", { name: "Set one theme on all contributions of a search" }),
  ).toBeVisible();
  await page.getByLabel("Theme", { exact: true }).selectOption("Delivery");
  await page.getByLabel("Stance").selectOption("Improvement");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(
    page.getByRole("heading", { name: "Delivery, improvement, on 2 contributions" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set Delivery on 2 contributions" }).click();
  await expect(page.getByText("Delivery was set on 2 contributions")).toBeVisible();
  await expect(contributions(page).getByText("Delivery")).toHaveCount(2);
  // The form's own, of what was done to all of them.
  await page.locator("form").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Delivery was removed from these contributions")).toBeVisible();
  await expect(contributions(page).getByText("No theme yet")).toHaveCount(2);

  await page.getByRole("link", { name: "Set one theme on all 2" }).click();
  await expect(
    page.getByRole("heading", { name: "Set one theme on all contributions of a search" }),
  ).toBeVisible();
  await page.getByLabel("Theme", { exact: true }).selectOption("Accessibility and funding");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await page.getByRole("button", { name: "Set Accessibility and funding on 2 contributions" }).click();
  await expect(page.getByText("Accessibility and funding was set on 2 contributions")).toBeVisible();
  // Wherever somebody has gone since.
  await page.goto("/reviews/npq/coding");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Remove Accessibility and funding" }).click();
  await expect(page.getByText("Themes you set on all contributions of a search")).toHaveCount(0);
  await page.goto(search("car park of the venue"));
  await expect(contributions(page).getByText("No theme yet")).toHaveCount(2);
});

test("a contribution coded out of its list stays under the hand until the page is opened again", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  const words = "The reading list was longer than the term";
  for (const end of ["one", "two"]) await log("facilitator", `${words}, ${end}`);
  await page.goto(`${search(words)}&left=untagged`);
  const [one, two] = [contributionOf(page, "the term, one"), contributionOf(page, "the term, two")];
  await one.focus();
  await page.keyboard.press("9");
  await saved(page, "Content and evidence base, observation.");
  await expect(page.getByText("1 contribution", { exact: true })).toBeVisible();
  await expect(one).toBeFocused();
  await page.keyboard.press("i");
  await saved(page, "Content and evidence base, improvement.");
  await page.keyboard.press(",");
  await saved(page, "Content and evidence base, strength.");
  await expect(one.getByRole("list", { name: "Themes" }).getByText("Content and evidence base")).toHaveCount(
    2,
  );
  await page.keyboard.press("n");
  await expect(two).toBeFocused();
  await page.keyboard.press("n");
  await saved(page, "No contribution after this one is without a theme.");
  for (let undone = 0; undone < 3; undone++) await page.keyboard.press("u");
  await expect(one.getByText("No theme yet")).toBeVisible();
  await expect(one).toBeFocused();
  // The last of the three: what an earlier one says would not show that all have arrived.
  await saved(page, "Content and evidence base, observation, was removed.");
  await page.keyboard.press("u");
  await saved(page, "There is nothing left to undo.");
  await page.keyboard.press("9");
  await expect(page.getByText("1 contribution", { exact: true })).toBeVisible();

  // The queue is empty, and the page stays as it was, with what is being typed.
  await page.keyboard.press("j");
  await page.keyboard.press("9");
  await page.keyboard.press("m");
  await page.keyboard.type("Half a thought");
  await expect(page.getByText("0 contributions", { exact: true })).toBeVisible();
  await expect(two.getByLabel("New memo")).toHaveValue("Half a thought");
  await page.keyboard.press("Escape");
  await expect(two).toBeFocused();
  await page.keyboard.press("m");
  await expect(two.getByLabel("New memo")).toHaveValue("Half a thought");
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(page.getByText("1 contribution", { exact: true })).toBeVisible();
  await page.reload();
  await expect(two).toBeVisible();
  await expect(one).toHaveCount(0);
});

test("what happens between the reading of a page and the opening of its stream is shown", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  const words = "The coach was new to the school as well";
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route("**/api/events", async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(search(words));
  await expect(page.getByText("0 contributions", { exact: true })).toBeVisible();
  await log("lead", words);
  open();
  await expect(page.getByText("1 contribution", { exact: true })).toBeVisible();
  await page.unrouteAll({ behavior: "wait" });
});

test("the keys go on from page to page, and undo reaches back", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.goto("/reviews/npq/coding");
  await contributions(page).locator("[data-contribution]").last().focus();
  const before = await page.locator(":focus [data-words]").innerText();
  await page.keyboard.press("6");
  await saved(page, "Delivery");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/after=/);
  await expect(contributions(page).locator("[data-contribution]").first()).toBeFocused();
  // What is not saved is said here, and stays to be undone.
  await page.route(url() + "/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.keyboard.press("u");
  await saved(page, "This was not saved. Check your connection, then do it again.");
  await page.unrouteAll({ behavior: "wait" });
  await page.keyboard.press("u");
  await saved(page, "was removed. Its contribution is on another page.");
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(/after=/);
  await expect(contributions(page).locator("[data-contribution]").last()).toBeFocused();
  await expect(page.locator(":focus [data-words]")).toHaveText(before);
});

test("a theme is set, and a memo written, without JavaScript", async ({ browser, openAs }) => {
  const page = await openAs("facilitator");
  const words = "Set by a browser that runs no scripts";
  await log("facilitator", words);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(url() + search(words));
  const contribution = contributionOf(plain, words);
  await contribution.getByRole("link", { name: "Set themes" }).click();
  await contribution.getByLabel("Theme", { exact: true }).selectOption("Coaching");
  await contribution.getByRole("button", { name: "Set theme" }).click();
  await expect(contribution.getByRole("list", { name: "Themes" })).toContainText("Coaching");
  await contribution.getByLabel("New memo").fill("Written plainly");
  await contribution.getByRole("button", { name: "Save memo" }).click();
  await expect(memos(contribution).filter({ hasText: "Written plainly" })).toBeVisible();
  await context.close();
});
