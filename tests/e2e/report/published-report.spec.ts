import type { Page } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { people } from "@/prisma/demonstration/people";
import { expect, expectAccessible, signIn, test, url } from "../test";

const REPORT = "/reviews/npq/reports/leeds-for-everybody";

/** The file of a version as somebody sends it back who typed other words in Word without tracking them. */
async function changedInWord(page: Page, version: number, from: string, to: string): Promise<Buffer> {
  const answer = await page.request.get(`${url()}${REPORT}/export/${version}?format=docx&comments=yes`);
  const parts = unzipSync(new Uint8Array(await answer.body()));
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  expect(text).toContain(from);
  return Buffer.from(zipSync({ ...parts, "word/document.xml": strToU8(text.replace(from, to)) }));
}

/** A theme of the report’s roundtable, or a finding of all roundtables, as they were released. */
const CLAIM_PAGE =
  /\/dashboard\/[a-z-]+\?(?:roundtable=northern-leeds-september-2025&release=1$|release=1#finding-)/;

/** No label, no name and no school or trust of anybody who was there; the hosts' bodies are named on purpose. */
async function expectNobodyNamed(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/\b[PH]\d{2}\b/);
  const guests = people.filter(({ key }) => !key.endsWith("-host"));
  const named = guests.flatMap(({ name, organisation }) => [name, organisation]);
  expect(named.filter((one) => one && text.includes(one))).toEqual([]);
}

test("a report is published for everybody, superseded and withdrawn, and its address stays", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context, "lead");
  await page.goto("/reviews/npq/reports/new?roundtable=northern-leeds-september-2025");
  await page.getByRole("textbox", { name: "Title" }).fill("Leeds, for everybody");
  await page.getByRole("button", { name: "Write the draft" }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).first().click();
  await page.getByText("Publish", { exact: true }).click();
  await page.getByRole("radio", { name: "Everybody" }).check();
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(page.getByText(/Published on .* for everybody/)).toBeVisible();

  const outside = await browser.newContext({ javaScriptEnabled: false });
  const reader = await outside.newPage();
  const requests: string[] = [];
  reader.on("request", (request) => requests.push(request.resourceType()));
  const address = `${url()}/published/npq/leeds-for-everybody`;
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1, name: "Leeds, for everybody" })).toBeVisible();
  await reader.getByRole("link", { name: "Key asks" }).click();
  await expect(reader).toHaveURL(/#key-asks$/);
  await expect(reader.getByText(`${address}/1`)).toBeVisible();
  expect(requests).not.toContain("script");
  expect(await reader.content()).not.toMatch(/<script|class="claim"|\/evidence\//);

  // Members who may follow a claim are led to its evidence.
  await page.getByRole("link", { name: "Published page of version 1" }).click();
  await expect(page).toHaveTitle(/Leeds, for everybody/);
  await expectAccessible(page);
  await page.locator("article a.claim").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Evidence for a sentence" })).toBeVisible();

  await page.goto(`${REPORT}/edit`);
  await page.getByRole("textbox", { name: /^Name/ }).fill("With a comma");
  await page.getByRole("button", { name: "Save a version" }).click();
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  await page.getByText("Publish again").click();
  await page.getByRole("radio", { name: "Everybody" }).check();
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(page.getByText(/Published on .* for everybody/)).toHaveCount(2);
  await expect(page.getByText(/for everybody, superseded by version 2/)).toBeVisible();
  await reader.goto(`${address}/1`);
  await expect(reader.getByText("This version has been superseded.")).toBeVisible();
  await reader.getByRole("link", { name: "version 2", exact: true }).click();
  await expect(reader.getByText(/^Version 2, published on [^,(]*\.$/)).toBeVisible();

  await page.goto(`${REPORT}/word`);
  const buffer = await changedInWord(page, 2, "made these requests,", "made these wishes,");
  await page.getByLabel("File").setInputFiles({ name: "back.docx", mimeType: "application/zip", buffer });
  await page.getByRole("button", { name: "Look at this file" }).click();
  await expect(page.getByRole("heading", { name: "What this file would change" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take these into the draft" }).click();
  await expect(page.getByRole("button", { name: "Accept all" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^The text of/ })).toContainText("wishes");
  await page.goto(`${REPORT}/history`);

  await page.getByRole("link", { name: "Compare versions" }).click();
  await expect(page).toHaveTitle(/^Compare versions/);
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Compare" }).selectOption("1");
  await page.getByRole("combobox", { name: "with" }).selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/from=1&to=2/);
  await expect(page.getByRole("heading", { name: "No paragraph differs" })).toBeVisible();
  await page.getByRole("link", { name: "Versions", exact: true }).click();
  await page.getByRole("link", { name: "Withdraw version 2" }).click();
  await expect(page).toHaveTitle(/^Withdraw/);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Notice" }).fill("A figure in it was wrong.");
  await page.getByRole("button", { name: "Withdraw this version" }).click();
  await expect(page.getByText(/for everybody, withdrawn on/)).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("A figure in it was wrong.")).toBeVisible();
  await expect(reader.getByRole("heading", { name: "Key asks" })).toBeHidden();
  await outside.close();

  // A reviewer is led to the finding or theme as it was released, from the report in the workspace too.
  await signIn(context, "reviewer");
  await page.goto(REPORT);
  await page.locator("article a.claim").first().click();
  await expect(page).toHaveURL(CLAIM_PAGE);
  await expectNobodyNamed(page);
  await page.goBack();
  await expectNobodyNamed(page);
  await page.locator("article a.claim[href*='#finding-']").first().click();
  await expect(page).toHaveURL(/#finding-/);
  await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  await page.goBack();
  await page.getByRole("link", { name: "Published page" }).click();
  await expect(page).toHaveURL(`${address}/1`);
  await page.locator("article a.claim").first().click();
  await expect(page).toHaveURL(CLAIM_PAGE);
});
