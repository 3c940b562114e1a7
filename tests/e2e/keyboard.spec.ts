import type { Page } from "@playwright/test";
import { choose, enter, tabTo, type } from "./support/keys";
import { expect, test } from "./test";

const ROUNDTABLE = "Heads of small schools, Marlbury";
const SAID = "Nobody told us how the marks were given.";
const FINDING = "Participants are not told how marks are given.";
const REPORT = "What heads in Marlbury said";
const COMMENT = "How many of them asked?";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("link", { name });
const bar = (page: Page, name: string) => page.getByRole("banner").getByRole("link", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const group = (page: Page, name: string) => page.getByRole("group", { name });
const fold = (page: Page, name: string) => page.locator("summary").filter({ hasText: name });

async function expectPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
}

test("from what was said to a comment on a draft, with the keyboard alone", async ({ page }) => {
  const keys = page.keyboard;

  await test.step("sign in as the lead", async () => {
    await page.goto("/reviews/npq/roundtables");
    const lead = page.getByRole("listitem").filter({ hasText: "Lead, NPQ review" });
    await enter(page, lead.getByRole("button"));
    await expectPage(page, "Roundtables");
  });

  await test.step("skip what is on every page", async () => {
    await page.reload();
    await enter(page, page.getByRole("link", { name: "Skip to main content" }));
    await tabTo(page, link(page, "Plan a roundtable"));
    await tabTo(page, button(page, "Sign out"), "Shift+Tab");
  });

  await test.step("plan a roundtable", async () => {
    await enter(page, link(page, "Plan a roundtable"));
    await type(page, field(page, "Title"), ROUNDTABLE);
    await type(page, field(page, "Day"), "10");
    await type(page, field(page, "Month"), "6");
    await type(page, field(page, "Year"), "2026");
    await type(page, field(page, "Host"), "Chartered College of Teaching");
    await choose(page, group(page, "In person or online"), "Online, or partly online");
    await choose(page, group(page, "Confidentiality"), "Role only");
    await enter(page, button(page, "Plan this roundtable"));
    await expectPage(page, ROUNDTABLE);
  });

  await test.step("register a participant", async () => {
    await enter(page, link(page, "People"));
    await expectPage(page, "People");
    await enter(page, link(page, "Add a participant"));
    await expectPage(page, "Add a participant");
    await type(page, field(page, "Name (optional)"), "Gwendolen Arkle");
    await choose(
      page,
      page.getByRole("group", { name: "Permission", exact: true }),
      "Words may be read and quoted",
    );
    await enter(page, button(page, "Add participant"));
    await expectPage(page, "People");
    await expect(page.getByText("Done: P01 is registered")).toBeVisible();
  });

  await test.step("start the session and log a contribution", async () => {
    await enter(page, link(page, ROUNDTABLE));
    await enter(page, button(page, "Start the session"));
    await expectPage(page, "Capture");
    const words = page.getByRole("region", { name: "Log a contribution" }).getByLabel("What was said");
    await type(page, words, "@p01");
    await expect(page.getByRole("option", { name: /^P01/, selected: true })).toBeVisible();
    await keys.press("Enter");
    await keys.type(SAID);
    await keys.press("Enter");
    const contribution = page.getByRole("article").filter({ hasText: SAID });
    await expect(contribution).toContainText("P01");
    await expect(contribution).toContainText("Saved");
    await expect(words).toBeFocused();
  });

  await test.step("set a theme and its stance by single keys", async () => {
    await enter(page, link(page, ROUNDTABLE));
    await enter(page, link(page, "Set themes"));
    await expectPage(page, "Set themes");
    await tabTo(page, page.getByRole("list", { name: "Contributions" }));
    // "2" is the second theme of the codebook, as the legend on the page says.
    await keys.press("2");
    await expect(page.getByText("Saved: Assessment consistency, observation.")).toBeVisible();
    await keys.press("-");
    await expect(page.getByText("Saved: Assessment consistency, improvement.")).toBeVisible();
  });

  await test.step("clear the contribution for reviewers", async () => {
    // Its name is a filter of the page as well.
    await enter(page, page.getByRole("main").getByRole("link", { name: ROUNDTABLE, exact: true }));
    await enter(page, link(page, "Clear for reviewers"));
    await enter(page, button(page, "Clear and next"));
    await expect(page.getByText("Every contribution is cleared")).toBeVisible();
  });

  await test.step("write a finding and attach the contribution", async () => {
    await enter(page, bar(page, "Findings"));
    await enter(page, link(page, "Write a finding"));
    await type(page, field(page, "Statement"), FINDING);
    await choose(page, group(page, "Stance"), "Improvement");
    await type(page, field(page, "Theme"), "Assess");
    await enter(page, button(page, "Save finding"));
    await type(page, field(page, "Words in the contribution"), "how the marks were given");
    await keys.press("Enter");
    await expect(page).toHaveURL(/words=/);
    await choose(page, group(page, "The contribution of P01, Nobody told us"), "Supports");
    await enter(page, button(page, "Attach the contributions chosen"));
    await expect(page.getByText("Supported by 1 person · 1 roundtable")).toBeVisible();
  });

  await test.step("have a draft written and follow its figure", async () => {
    await enter(page, bar(page, "Reports"));
    await enter(page, link(page, "Start a draft"));
    await choose(page, group(page, "What does it cover?"), ROUNDTABLE);
    await type(page, field(page, "Title (optional)"), REPORT);
    await enter(page, button(page, "Write the draft"));
    await expectPage(page, REPORT);
    await enter(page, link(page, "that participants are not told how marks are given"));
    await expectPage(page, "Evidence for a sentence");
    await expect(page.getByText(SAID)).toBeVisible();
  });

  await test.step("open the draft for comments", async () => {
    await enter(page, link(page, REPORT));
    await enter(page, page.getByRole("navigation", { name: "This report" }).getByText("Edit"));
    await enter(page, fold(page, "Open for comments"));
    await enter(page, button(page, "Open for comments"));
    await expect(page.getByText("Fellows read and comment on the latest saved version")).toBeVisible();
  });

  await test.step("comment on a paragraph with the key C", async () => {
    await enter(page, link(page, /^Comments$/));
    await tabTo(page, fold(page, "Comment on “Assessment consistency."));
    await keys.press("c");
    await expect(
      field(page, "The words you are commenting on (optional)").and(page.locator(":focus")),
    ).toBeVisible();
    await keys.type("participants are not told");
    await keys.press("Tab");
    await keys.type(COMMENT);
    await keys.press("Tab");
    await keys.press("Enter");
    const thread = page.getByRole("complementary", { name: "Comments" }).getByRole("listitem");
    await expect(thread.filter({ hasText: COMMENT })).toContainText("participants are not told");
  });
});
