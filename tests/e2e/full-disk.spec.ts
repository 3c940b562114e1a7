import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer, type TestServer } from "../support/machine/server";
import { expect, expectAccessible, prepared, test } from "./test";

let server: TestServer;
let folder: string;
let flag: string;

const noLinux = process.platform === "linux" ? false : "only Linux says which file a descriptor is of";
test.skip(noLinux !== false, noLinux || "");

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-full-disk-"));
  flag = path.join(folder, "full");
  const data = path.join(folder, "data");
  cpSync(process.env.E2E_TEMPLATE ?? "", data, { recursive: true });
  server = await startServer({
    DATA_DIR: data,
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
    NODE_OPTIONS: `--import ${path.resolve("tests", "support", "machine", "full-disk.mjs")}`,
    FULL_DISK: flag,
    FULL_DISK_OF: data,
  });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const health = async () => (await fetch(`${server.url}/api/health`)).json() as Promise<{ reason?: string }>;

test("a full disk costs nothing that was typed, and health names it; with room again, all goes on", async ({
  page,
  context,
}) => {
  const value = prepared().sessions.facilitator ?? "";
  await context.addCookies([{ name: "npq.session", value, url: server.url }]);
  await page.goto(`${server.url}/reviews/npq/roundtables/new`);
  const title = page.getByLabel("Title", { exact: true });
  await title.fill("Trusts of one school");
  for (const [part, typed] of [
    ["Day", "12"],
    ["Month", "3"],
    ["Year", "2026"],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(typed);
  await page.getByLabel("Host", { exact: true }).fill("Chartered College of Teaching");
  await page.getByRole("radio", { name: "Role only" }).check();
  await page.getByRole("radio", { name: "Online, or partly online" }).check();

  writeFileSync(flag, "");
  const save = page.getByRole("button", { name: "Plan this roundtable" });
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "problem" })).toContainText(
    "The disk of the server is full, so this was not saved.",
  );
  await expect(title).toHaveValue("Trusts of one school");
  await expectAccessible(page);
  await expect.poll(async () => (await health()).reason).toMatch(/^The disk is full/);

  rmSync(flag);
  await expect.poll(async () => (await health()).reason).toBeUndefined();
  await save.click();
  await expect(page.getByRole("heading", { level: 1, name: "Trusts of one school" })).toBeVisible();
});
