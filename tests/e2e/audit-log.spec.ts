import { cookieOf, expect, prepared, signIn, test, url } from "./test";

const AUDIT = "/reviews/npq/audit";

test.use({ javaScriptEnabled: false });

test("a lead finds who has read a roundtable and who was refused, without a script", async ({
  page,
  context,
}) => {
  const { roundtable, roundtableId } = prepared().subjects;
  const ask = (path: string, who: "facilitator" | "reviewer") =>
    fetch(url() + path, { headers: { cookie: cookieOf(who) } });
  expect((await ask(`/api/capture/v1/roundtables/${roundtableId}/record`, "facilitator")).status).toBe(200);
  expect((await ask("/reviews/npq/findings", "reviewer")).status).toBe(403);

  await signIn(context, "lead");
  await page.goto(`/reviews/npq/roundtables/${roundtable}`);
  await page.getByRole("link", { name: "Who has read this roundtable" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^Who has read “/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Priya Ashgrove Read contributions/ }).first()).toBeVisible();

  const form = page.getByRole("search", { name: "Audit log" });
  await form.getByLabel("Who has read this roundtable").selectOption("");
  await form.getByLabel("Kind of entry").selectOption("Sign-ins and refusals");
  await form.getByLabel("Person").selectOption("Callum Netherby");
  await form.getByRole("button", { name: "Show" }).click();
  await expect(
    page.getByRole("row", { name: /Callum Netherby Was not allowed to see what facilitators work on/ }),
  ).toHaveCount(1);
  await expect(page.getByRole("row", { name: /Priya Ashgrove/ })).toHaveCount(0);
  const file = page.getByRole("link", { name: "Download as CSV" });
  const sent = await context.request.get(url() + ((await file.getAttribute("href")) ?? ""));
  expect(sent.headers()["content-disposition"]).toContain("npq-audit-log.csv");
  const text = await sent.text();
  expect(text).toContain("Was not allowed to see what facilitators work on");
  expect(text).not.toContain("Priya Ashgrove");

  const first = form.getByRole("group", { name: "First day" });
  await first.getByLabel("Day").fill("31");
  await first.getByLabel("Month").fill("February");
  await first.getByLabel("Year").fill("2026");
  await form.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveTitle(/^Error: Audit log/);
  await expect(page.getByRole("alert")).toContainText("31 February 2026 does not exist");
  await expect(first.getByLabel("Month")).toHaveValue("February");
  await expect(form.getByLabel("Kind of entry")).toHaveValue("access");

  await page.getByRole("link", { name: "Check the chain" }).click();
  await expect(page.getByText(/Verified from number 1 up to number/)).toBeVisible();
  await page.goto(AUDIT);
  await expect(page.getByRole("row", { name: /Downloaded the audit log/ })).not.toHaveCount(0);
});
