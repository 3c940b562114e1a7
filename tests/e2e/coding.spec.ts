import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, prepared, test } from "./test";

const lines = (page: Page) => page.getByRole("list", { name: "Lines", exact: true });
const lineOf = (page: Page, words: string) => lines(page).locator("[data-line]").filter({ hasText: words });
/** What its memos say, apart from the fields to change them. */
const memos = (line: Locator) => line.getByRole("region", { name: "Memos" }).getByRole("paragraph");
const saved = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

/** The address of the lines that hold these words. */
const search = (words: string) => `/reviews/npq/coding?words=${encodeURIComponent(words)}`;

const SAID = "Nobody at my trust knew what the coach was for";

test("two people code the same lines without a mouse and see each other's work", async ({ openAs }) => {
  const [lead, facilitator] = [await openAs("lead"), await openAs("facilitator")];
  await log(facilitator, SAID);
  for (const page of [lead, facilitator]) await page.goto(search(SAID));
  const [mine, theirs] = [lineOf(lead, SAID), lineOf(facilitator, SAID)];

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

  await test.step("a memo and a flag reach the other, and the filter finds the line", async () => {
    await mine.focus();
    await lead.keyboard.press("f");
    await saved(lead, "the line is flagged to talk about");
    await lead.keyboard.press("m");
    await expect(mine.getByLabel("New memo")).toBeFocused();
    await lead.keyboard.type("Whose coach is meant?");
    await lead.keyboard.press("Tab");
    await lead.keyboard.press("Enter");
    await expect(memos(mine).filter({ hasText: "Whose coach is meant?" })).toBeVisible();
    await expect(theirs.getByText("1 memo")).toBeVisible();
    await expect(theirs.getByText("To talk about")).toBeVisible();
    await facilitator.goto("/reviews/npq/coding?left=flagged");
    await expect(lineOf(facilitator, SAID)).toBeVisible();
    await facilitator.goto(search(SAID));
  });

  await test.step("what is being typed survives what the colleague does meanwhile", async () => {
    const field = mine.getByLabel("New memo");
    await field.fill("Not lost: the coach");
    await theirs.focus();
    await facilitator.keyboard.press("f");
    await saved(facilitator, "flagged no more");
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

  await test.step("what each theme means is one key away, and the line has the focus again", async () => {
    await mine.focus();
    await lead.keyboard.press("d");
    await expect(lead.getByRole("dialog", { name: "What each theme means" })).toContainText("Belongs here");
    await lead.keyboard.press("Escape");
    await expect(mine).toBeFocused();
  });

  await test.step("every step is taken back, one by one", async () => {
    for (const words of ["flagged no more", "Leadership development, observation", "was removed"]) {
      await lead.keyboard.press("u");
      await saved(lead, words);
    }
    await expect(mine.getByRole("list", { name: "Themes" })).not.toContainText("Leadership development");
    await expect(mine.getByRole("list", { name: "Themes" })).toContainText("Coaching");
  });
});

test("what a machine suggests is accepted or turned down by key, and can be hidden", async ({ openAs }) => {
  const page = await openAs("facilitator");
  const words = "My mentor and the coaching sessions changed how I lead meetings";
  await log(page, words);
  await page.goto(search(words));
  const line = lineOf(page, words);
  const suggested = line.getByRole("list", { name: "Suggested, not counted" });
  await expect(suggested).toContainText("Coaching");
  await expectAccessible(page);
  await line.focus();
  await page.keyboard.press("x");
  await saved(page, "was not meant here");
  await page.keyboard.press("u");
  await saved(page, "may be suggested here again");
  await suggested.getByRole("button", { name: "Accept Coaching" }).click();
  await expect(line.getByRole("list", { name: "Themes" })).toContainText("Coaching");

  const second = "Another mentor, more coaching, the same again";
  await log(page, second);
  await page.goto(search(second));
  await page.getByRole("button", { name: "Hide suggestions" }).click();
  await expect(page.getByRole("button", { name: "Show suggestions" })).toBeVisible();
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.reload();
  // Asked for and recorded all the same, and none handed out.
  await answered;
  await expect(lineOf(page, second)).toBeVisible();
  await expect(lineOf(page, second).getByText("Suggested:")).toHaveCount(0);
  await page.getByRole("button", { name: "Show suggestions" }).click();
  await expect(lineOf(page, second).getByText("Suggested:")).toBeVisible();
});

test("a theme for all lines of a search is seen before it is set, and taken back in one step", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  for (const end of ["first", "second"])
    await log(page, `The car park of the venue was full, the ${end} time`);
  await page.goto(search("car park of the venue"));
  await page.getByRole("link", { name: "Set one theme on all 2 lines" }).click();
  await expect(page.getByRole("heading", { name: "Set one theme on all lines of a search" })).toBeVisible();
  await page.getByLabel("Theme", { exact: true }).selectOption("Delivery");
  await page.getByLabel("Stance").selectOption("Improvement");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(page.getByRole("heading", { name: "Delivery, improvement, on 2 lines" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set Delivery on 2 lines" }).click();
  await expect(page.getByText("Delivery was set on 2 lines")).toBeVisible();
  await expect(lines(page).getByText("Delivery")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Delivery was removed from these lines")).toBeVisible();
  await expect(lines(page).getByText("No theme yet")).toHaveCount(2);

  await page.getByRole("link", { name: "Set one theme on all 2 lines" }).click();
  await expect(page.getByRole("heading", { name: "Set one theme on all lines of a search" })).toBeVisible();
  await page.getByLabel("Theme", { exact: true }).selectOption("Accessibility and funding");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await page.getByRole("button", { name: "Set Accessibility and funding on 2 lines" }).click();
  await expect(page.getByText("Accessibility and funding was set on 2 lines")).toBeVisible();
  // Wherever somebody has gone since.
  await page.goto("/reviews/npq/coding");
  await page.getByText("What you set on all lines of a search: 1 time").click();
  await page.getByRole("button", { name: "Take Accessibility and funding off again" }).click();
  await expect(page.getByText("What you set on all lines of a search")).toHaveCount(0);
  await page.goto(search("car park of the venue"));
  await expect(lines(page).getByText("No theme yet")).toHaveCount(2);
});

test("a line coded out of its list stays under the hand until the page is opened anew", async ({
  openAs,
}) => {
  const page = await openAs("facilitator");
  const words = "The reading list was longer than the term";
  for (const end of ["one", "two"]) await log(page, `${words}, ${end}`);
  await page.goto(`${search(words)}&left=untagged`);
  const [one, two] = [lineOf(page, "the term, one"), lineOf(page, "the term, two")];
  await one.focus();
  await page.keyboard.press("9");
  await saved(page, "Content and evidence base, observation.");
  await expect(page.getByText("1 line", { exact: true })).toBeVisible();
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
  await saved(page, "No line after this one is without a theme.");
  for (let undone = 0; undone < 3; undone++) await page.keyboard.press("u");
  await expect(one.getByText("No theme yet")).toBeVisible();
  await expect(one).toBeFocused();
  await page.keyboard.press("u");
  await saved(page, "There is nothing left to undo.");
  await page.keyboard.press("9");
  await expect(page.getByText("1 line", { exact: true })).toBeVisible();

  // The queue is empty, and the page stays as it was, with what is being typed.
  await page.keyboard.press("j");
  await page.keyboard.press("9");
  await page.keyboard.press("m");
  await page.keyboard.type("Half a thought");
  await expect(page.getByText("0 lines", { exact: true })).toBeVisible();
  await expect(two.getByLabel("New memo")).toHaveValue("Half a thought");
  await page.keyboard.press("Escape");
  await expect(two).toBeFocused();
  await page.keyboard.press("m");
  await expect(two.getByLabel("New memo")).toHaveValue("Half a thought");
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(page.getByText("1 line", { exact: true })).toBeVisible();
  await page.reload();
  await expect(two).toBeVisible();
  await expect(one).toHaveCount(0);
});

test("the keys go on from page to page, and undo reaches back", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.goto("/reviews/npq/coding");
  await lines(page).locator("[data-line]").last().focus();
  const before = await page.locator(":focus [data-words]").innerText();
  await page.keyboard.press("6");
  await saved(page, "Delivery");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/after=/);
  await expect(lines(page).locator("[data-line]").first()).toBeFocused();
  await page.keyboard.press("u");
  await saved(page, "Its line is on another page.");
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(/after=/);
  await expect(lines(page).locator("[data-line]").last()).toBeFocused();
  await expect(page.locator(":focus [data-words]")).toHaveText(before);
});

test("a theme is set, and a memo written, without JavaScript", async ({ browser, openAs }) => {
  const page = await openAs("facilitator");
  const words = "Set by a browser that runs no scripts";
  await log(page, words);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(new URL(search(words), page.url()).href);
  const line = lineOf(plain, words);
  await line.getByRole("link", { name: "Set themes" }).click();
  await line.getByLabel("Theme", { exact: true }).selectOption("Coaching");
  await line.getByRole("button", { name: "Set theme" }).click();
  await expect(line.getByRole("list", { name: "Themes" })).toContainText("Coaching");
  await line.getByLabel("New memo").fill("Written plainly");
  await line.getByRole("button", { name: "Save memo" }).click();
  await expect(memos(line).filter({ hasText: "Written plainly" })).toBeVisible();
  await context.close();
});

/** Logs a line at the roundtable that is in session, from its page. */
async function log(page: Page, words: string): Promise<void> {
  await page.goto(`/reviews/npq/roundtables/${prepared().subjects.roundtable}/capture?form=plain`);
  await page.getByLabel("What was said").fill(words);
  await page.getByLabel("Who", { exact: true }).selectOption("unidentified");
  await page.getByRole("button", { name: "Log it" }).click();
  await expect(page.getByText(words)).toBeVisible();
}
