import type { Page } from "@playwright/test";
import { expect, mainMenu, signIn, signInAsPerson, test, type Role } from "./test";

const labels = (page: Page) => mainMenu(page).getByRole("link").allTextContents();

const FACILITATOR = [
  ...["Roundtables", "Contributions", "Coding", "Themes", "Findings"],
  ...["Dashboard", "Reports", "Search", "Members"],
];

const MENUS: Record<Role, string[]> = {
  lead: [...FACILITATOR, "Protection", "Audit log"],
  facilitator: FACILITATOR,
  reviewer: ["Themes", "Dashboard", "What I cite", "Reports", "Search"],
  fellow: ["Themes", "Reports", "Search"],
};

test("the menu is there at once, and follows who signs in", async ({ page }) => {
  for (const role of ["lead", "facilitator", "reviewer", "fellow"] as const) {
    await signInAsPerson(page, role);
    expect(await labels(page)).toEqual(MENUS[role]);
    await mainMenu(page).getByRole("link", { name: "Reports" }).click();
    await expect(mainMenu(page).getByRole("link", { name: "Reports" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  }
});

test("a page that is not there, and one that is not open, keep the menu", async ({ page }) => {
  await signInAsPerson(page, "fellow");
  for (const rest of ["reports/none", "members"]) {
    await page.goto(`/reviews/npq/${rest}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/does not exist|does not include/);
    expect(await labels(page)).toEqual(MENUS.fellow);
  }
  await page.goto("/reviews/elsewhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/does not exist/);
  await expect(mainMenu(page)).toHaveCount(0);
});

test("in a second review the menu and the role are that review's", async ({ page, context }) => {
  await signIn(context, "both");
  await page.goto("/reviews");
  const banner = page.getByRole("banner");
  await expect(mainMenu(page)).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Another review" }).click();
  await expect(mainMenu(page).getByRole("link", { name: "Coding" })).toBeVisible();
  await expect(banner).toContainText("Somebody in two reviews, Facilitator");
  await page.goto("/reviews");
  await page.getByRole("main").getByRole("link", { name: "NPQ review" }).click();
  await expect(banner).toContainText("Somebody in two reviews, Fellow");
  await expect(mainMenu(page).getByRole("link", { name: "Reports" })).toHaveAttribute(
    "href",
    "/reviews/npq/reports",
  );
  expect(await labels(page)).toEqual(MENUS.fellow);
});

test("a changed role shows in the menu of a page that is open already", async ({ openAs }) => {
  const lead = await openAs("lead");
  const fellow = await openAs("fellow");
  await fellow.goto("/reviews/npq");
  await lead.goto("/reviews/npq/members");
  const row = lead.getByRole("row").filter({ hasText: "fellow@demonstration.invalid" });
  await row.getByText("Change Folake Olusanya-Birch").click();
  const change = async (to: string) => {
    await row.getByRole("combobox").selectOption({ label: to });
    await row.getByRole("button", { name: "Change role" }).click();
    await expect(row.getByRole("cell", { name: to, exact: true })).toBeVisible();
  };
  await change("DfE reviewer");
  await expect(mainMenu(fellow).getByRole("link", { name: "Dashboard" })).toBeVisible();
  await expect(fellow.getByRole("banner")).toContainText("DfE reviewer");
  await change("Fellow");
  await expect(mainMenu(fellow).getByRole("link", { name: "Dashboard" })).toHaveCount(0);
});

test("another tab that signs out, or in as somebody else, is told of without taking what is typed", async ({
  page,
  context,
}) => {
  await signInAsPerson(page, "facilitator");
  await page.goto("/reviews/npq/findings/new");
  const words = page.getByRole("textbox").first();
  await words.fill("Half a sentence");
  const other = await context.newPage();
  await other.goto("/reviews/npq");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You signed out in another tab.")).toBeVisible();
  await signInAsPerson(other, "lead");
  await expect(page.getByText("This browser is now signed in as Morgan Tidewell")).toBeVisible();
  await page.getByRole("button", { name: "Save finding" }).click();
  await expect(
    page.getByText(/signed in as Morgan Tidewell, in another tab, so nothing was sent/),
  ).toBeVisible();
  await expect(words).toHaveValue("Half a sentence");
  await page.getByRole("button", { name: "Reload as Morgan Tidewell" }).click();
  await expect(page.getByRole("banner")).toContainText("Morgan Tidewell, Lead");
  await signInAsPerson(other, "reviewer");
  await page.getByRole("button", { name: /^Reload as/ }).click();
  await expect(page.getByText(/cannot open this page/)).toBeVisible();
  await page.getByRole("button", { name: /^Go to what .* can open$/ }).click();
  await expect(page.getByRole("banner")).toContainText("DfE reviewer");
});

test("a page that was kept for a reload without network tells no tab who is signed in", async ({
  page,
  context,
}) => {
  await signInAsPerson(page, "facilitator");
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, "heard", heard);
    const channel = new BroadcastChannel("npq-signed-in");
    channel.onmessage = ({ data }) => heard.push(data);
    Reflect.set(window, "somebodyElse", () =>
      channel.postMessage({ userId: "somebody-else", name: "Somebody Else" }),
    );
  });
  const heard = () => page.evaluate(() => (Reflect.get(window, "heard") as unknown[]).length);
  const kept = await context.newPage();
  // As the service worker asks for it.
  await kept.setExtraHTTPHeaders({ "x-capture-shell": "1" });
  await kept.goto("/reviews/npq/roundtables");
  await expect(kept.getByRole("banner")).toContainText("Facilitator");
  // The page listens to other tabs after it has told what it has to tell.
  await expect(async () => {
    await page.evaluate(() => (Reflect.get(window, "somebodyElse") as () => void)());
    await expect(kept.getByText("signed in as Somebody Else")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const before = await heard();
  await kept.setExtraHTTPHeaders({});
  await kept.reload();
  await expect.poll(heard).toBe(1);
  expect(before).toBe(0);
});

test("the first steps of the demonstration go as they are done", async ({ page }) => {
  await signInAsPerson(page, "reviewer");
  const steps = page.getByRole("region", { name: "Try this first" });
  await expect(steps.getByRole("listitem")).toHaveCount(3);
  await steps.getByRole("button", { name: "Read a published summary" }).click();
  await expect(page).toHaveURL(/\/reports\/[a-z-]+$/);
  await page.getByRole("link", { name: "NPQ review", exact: true }).click();
  await expect(steps.getByRole("listitem")).toHaveCount(2);
  await expect(steps).not.toContainText("published summary");
});

test("a closed roundtable leads to its findings, figures and drafts", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.goto("/reviews/npq/roundtables/fellows-london-may-2025");
  const next = page.getByRole("region", { name: "What comes next" });
  await next.getByRole("link", { name: "Write a finding" }).click();
  await expect(page.getByText("From Fellows' roundtable, London.")).toBeVisible();
  await page.goBack({ waitUntil: "commit" });
  await expect(next).toContainText("findings from this roundtable");
  await expect(next.getByRole("link", { name: /^Report: / })).toBeVisible();
  await next.getByRole("link", { name: "Start another draft" }).click();
  await expect(page.getByRole("radio", { name: "Fellows' roundtable, London" })).toBeChecked();
  await page.goBack({ waitUntil: "commit" });
  await next.getByRole("link", { name: "See the figures" }).click();
  await expect(page).toHaveURL(/dashboard\?roundtable=fellows-london-may-2025/);
});

test("Ctrl+Enter sends a form from any of its fields, and the dates that are usual are said before", async ({
  page,
}) => {
  await signInAsPerson(page, "facilitator");
  await page.goto("/reviews/npq/roundtables/new");
  await expect(page.getByText(/The review runs from .* to /)).toBeVisible();
  for (const field of ["Title", "Day"]) {
    await page.reload();
    await page.getByLabel(field, { exact: true }).press("Control+Enter");
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  }
});
