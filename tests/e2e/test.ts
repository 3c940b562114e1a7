import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { z } from "zod";

export { expectAccessible } from "./support/accessible";
export { expect };

const Prepared = z.object({
  sessions: z.record(z.string(), z.string()),
  users: z.record(z.string(), z.string()),
  subjects: z.record(z.string(), z.string()),
});

/** The demonstration's people, the lead of another review, and somebody who works in both. */
export type Who = Role | "elsewhere" | "both";

const Urls = z.array(z.string());

/** The address of the server that this test's project has. */
export function url(): string {
  const { server } = base.info().project.metadata;
  return Urls.parse(JSON.parse(process.env.E2E_URLS ?? "[]"))[Number(server)] ?? "";
}
export const prepared = () => Prepared.parse(JSON.parse(process.env.E2E_PREPARED ?? "{}"));

/** The cookie header of somebody's session; null for nobody. */
export function cookieOf(who: Who | "nobody"): string {
  return who === "nobody" ? "" : `npq.session=${prepared().sessions[who] ?? ""}`;
}

/** Signs a browser in by its cookie; the sign-in page has tests of its own. */
export async function signIn(context: BrowserContext, who: Who): Promise<void> {
  const value = prepared().sessions[who] ?? "";
  await context.addCookies([{ name: "npq.session", value, url: url(), httpOnly: true, sameSite: "Lax" }]);
}

const ROLE_NAMES = {
  lead: "Lead",
  facilitator: "Facilitator",
  reviewer: "DfE reviewer",
  fellow: "Fellow",
} as const;

export type Role = keyof typeof ROLE_NAMES;

export const mainMenu = (page: Page) => page.getByRole("navigation", { name: "Main" });

/** Signs in on the sign-in page, as somebody in that role of the demonstration; the menu is there at once. */
export async function signInAsPerson(page: Page, role: Role, origin = url()): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  const person = page.getByRole("listitem").filter({ hasText: `${ROLE_NAMES[role]}, NPQ review` });
  await person.getByRole("button", { name: "Sign in as" }).click();
  await expect(page).toHaveURL(`${origin}/reviews/npq`);
  await expect(mainMenu(page)).toBeVisible();
}

/** What the browser's console calls an error from now on: a fault, or a breach of the page's policy. */
function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    // A refusal by status is expected where a test provokes it; the browser reports it as an error.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      errors.push(message.text());
  });
  return errors;
}

type Fixtures = {
  /** A page of a browser of somebody's own, who is signed in; for tests in which several people take part. */
  openAs: (who: Who) => Promise<Page>;
};

type WorkerFixtures = {
  /** A page of somebody's that later tests go on with: one for each is opened once, since they only look. */
  pageOf: (who: Who | "nobody") => Promise<Page>;
};

/** Every test fails on an error in any of its browsers. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({}, run) => run(url()),
  context: async ({ context }, run) => {
    const errors = watchErrors(context);
    await run(context);
    expect(errors).toEqual([]);
  },
  pageOf: [
    async ({ browser }, run, { project }) => {
      const opened = new Map<string, { page: Page; errors: string[] }>();
      await run(async (who) => {
        const before = opened.get(who);
        if (before) return before.page;
        const context = await browser.newContext(project.use);
        const errors = watchErrors(context);
        if (who !== "nobody") await signIn(context, who);
        const page = await context.newPage();
        opened.set(who, { page, errors });
        return page;
      });
      for (const [who, { page, errors }] of opened) {
        expect(errors, who).toEqual([]);
        await page.context().close();
      }
    },
    { scope: "worker" },
  ],
  openAs: async ({ browser }, run) => {
    const opened: { who: Who; context: BrowserContext; errors: string[] }[] = [];
    await run(async (who) => {
      const context = await browser.newContext();
      opened.push({ who, context, errors: watchErrors(context) });
      await signIn(context, who);
      return context.newPage();
    });
    for (const { who, context, errors } of opened) {
      expect(errors, who).toEqual([]);
      await context.close();
    }
  },
});

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
