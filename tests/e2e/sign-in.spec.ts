import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { openMailBox } from "../support/machine/mail-box";
import { startServer, type TestServer } from "../support/machine/server";
import type { Cookie } from "@playwright/test";
import { expect, expectAccessible, signInAsPerson, test, url } from "./test";

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

  test("what Next prints itself goes to the log, without what was sent", async () => {
    const seen = server.output().length;
    await fetch(`${server.url}/sign-in`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=wombat", origin: server.url },
      body: "wombat, not a form",
    });
    await expect.poll(() => server.output().slice(seen)).toContain('"event":"console.error"');
    const lines = server.output().slice(seen).split("\n").filter(Boolean);
    for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
    expect(lines.join()).not.toContain("wombat");
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
  expect(await statusWith(cookie)).toBe(307);
});

async function statusWith(cookie: Cookie | undefined): Promise<number> {
  const answer = await fetch(`${url()}/signed-in`, {
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    redirect: "manual",
  });
  return answer.status;
}

test("people see where they are signed in, and sign out there; signing in again ends this browser's earlier session", async ({
  page,
  context,
  browser,
}) => {
  const iPhone = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1";
  const phone = await browser.newContext({ userAgent: iPhone });
  await signInAsPerson(await phone.newPage(), "fellow");
  const [there] = await phone.cookies();
  await signInAsPerson(page, "fellow");
  const [earlier] = await context.cookies();
  await signInAsPerson(page, "fellow");
  expect(await statusWith(earlier)).toBe(307);

  await page.getByRole("link", { name: "Where you are signed in" }).click();
  await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign out Safari on iPhone" }).press("Enter");
  await expect(page.getByText("That browser is signed out.")).toBeVisible();
  expect(await statusWith(there)).toBe(307);
  const [here] = await context.cookies();
  expect(await statusWith(here)).toBe(200);
  await phone.close();
});
