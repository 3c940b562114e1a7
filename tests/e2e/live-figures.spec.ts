import { readFile } from "node:fs/promises";
import { readSheet } from "read-excel-file/node";
import { expect, signIn, test } from "./test";

test("a facilitator filters live figures, compares two groups, saves the view and takes it away", async ({
  page,
  context,
}) => {
  await signIn(context, "facilitator");
  await page.goto("/reviews/npq/dashboard");
  await expect(page.getByText("Contributions of everybody present, at all")).toBeVisible();
  await page.getByText("Choose what is counted").click();
  await page.getByText("Role: any").first().click();
  await page.getByRole("checkbox", { name: "SENCOs" }).first().check();
  await page.getByText("Compare with another group").click();
  await page.getByRole("checkbox", { name: "Show a second group" }).check();
  const form = page.getByRole("search", { name: "What is counted" });
  await form.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/role=SENCO.*compare=yes/);
  await expect(page.getByText("Group 1: Contributions of SENCOs, at all")).toBeVisible();
  await expect(page.getByText("Group 2: Contributions of everybody present, at all")).toBeVisible();
  const coaching = page.getByRole("row", { name: /^Coaching/ });
  await expect(coaching.getByRole("cell").nth(0)).toHaveText(/\d+ of \d+$/);
  await expect(coaching.getByRole("cell").nth(1)).toHaveText(/\d+ of \d+$/);

  await page.getByText("Save this view").click();
  await page.getByRole("textbox", { name: "Name" }).fill("SENCOs and everybody");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("“SENCOs and everybody” is saved")).toBeVisible();

  const [workbook] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download contributions and figures" }).click(),
  ]);
  const rows = await readSheet(await workbook.path(), "Method");
  expect(rows.flat()).toContainEqual(
    expect.stringMatching(/^Contributions of SENCOs, at all \d roundtables\.$/),
  );
  const [chart] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the chart of themes (PNG)" }).click(),
  ]);
  expect(chart.suggestedFilename()).toBe("npq-live-comparison.png");
  expect((await readFile(await chart.path())).toString("utf8")).toContain(
    "not released, for facilitators alone",
  );

  await page.getByRole("link", { name: "Saved views" }).click();
  await page.getByText("Rename or delete SENCOs and everybody").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("“SENCOs and everybody” is deleted")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "SENCOs and everybody" }).click();
  await expect(page.getByText("Group 1: Contributions of SENCOs, at all")).toBeVisible();
});

test("a reviewer takes a chart of a release, with its published figures and where they are from", async ({
  page,
  context,
}) => {
  await signIn(context, "reviewer");
  await page.goto("/reviews/npq/dashboard?release=1");
  const [chart] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the chart of themes (SVG)" }).click(),
  ]);
  expect(chart.suggestedFilename()).toBe("npq-release-1-themes.svg");
  const svg = await readFile(await chart.path(), "utf8");
  expect(svg).toContain("Release 1 of ");
  expect(svg).toContain(">about 10</text>");
});
