import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { openMailBox } from "../support/machine/mail-box";
import { startServer, type TestServer } from "../support/machine/server";
import { expect, expectAccessible, test, url } from "./test";

const LEAD = "first.lead@example.org";

test.describe("configured for real", () => {
  let server: TestServer;
  let box: Awaited<ReturnType<typeof openMailBox>>;
  const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-mail-"));

  test.beforeAll(async () => {
    box = await openMailBox();
    server = await startServer({
      DATA_DIR: folder,
      SMTP_URL: box.url,
      APP_URL: "http://127.0.0.1:3000",
      NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
      LEAD_EMAIL: LEAD,
    });
  });
  test.afterAll(async () => {
    await server.stop();
    await box.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a link is spent by pressing the button, not by a scanner that opens it", async ({ page }) => {
    await page.goto(`${server.url}/sign-in`);
    await expect(page.getByText("demonstration")).toHaveCount(0);
    await expectAccessible(page);
    await page.getByLabel("Your email address").fill(LEAD);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
    await expect.poll(() => box.messages.length).toBe(1);
    const link = box.lastLink();
    const here = `${server.url}${link.pathname}${link.search}`;

    for (const method of ["HEAD", "GET", "GET"]) {
      const scanned = await fetch(here, { method });
      expect(scanned.headers.get("set-cookie")).toBeNull();
    }

    await page.goto(here);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "NPQ review" })).toBeVisible();

    await page.goto(here);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
      "used or has expired",
    );
  });

  test("an address that is no member's gets the same page and no mail", async ({ page }) => {
    box.messages.length = 0;
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel("Your email address").fill("nobody@example.org");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
    expect(box.messages).toHaveLength(0);
  });
});

/** A request whose Host and other headers are what we say, which fetch does not allow. */
function ask(headers: http.OutgoingHttpHeaders): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(`${url()}/sign-in`, { headers }, (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
        answer.on("end", () => resolve(text));
      })
      .on("error", reject);
  });
}

test("the demonstration's people are offered to this computer alone", async () => {
  const offer = "Sign in as";
  const host = new URL(url()).host;
  expect(await ask({ host })).toContain(offer);
  expect(await ask({ host: "npq.example.org" })).not.toContain(offer);
  expect(await ask({ host, "x-forwarded-for": "203.0.113.7" })).not.toContain(offer);
  expect(await ask({ host, forwarded: "for=127.0.0.1" })).not.toContain(offer);
});

test("signing in brings back to the page that was asked for, and signing out ends the session", async ({
  page,
  context,
}) => {
  await page.goto("/reviews/npq/members");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /^Sign in as .*/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/reviews\/npq\/members$/);
  const [cookie] = await context.cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const again = await fetch(`${url()}/reviews/npq/members`, {
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    redirect: "manual",
  });
  expect(again.status).toBe(307);
});
