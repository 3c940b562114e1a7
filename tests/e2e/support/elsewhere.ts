import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { formFields, postForm } from "../../support/form";
import { cookieOf, expect, url, type Who } from "../test";

/** The other review. What a test does to a roundtable of its own there leaves the demonstration as it is. */
export const ELSEWHERE = "/reviews/elsewhere";

export async function htmlOf(who: Who, address: string): Promise<string> {
  const answer = await fetch(url() + address, { headers: { cookie: cookieOf(who) } });
  expect(answer.status, address).toBe(200);
  return answer.text();
}

type Fields = Record<string, string | File>;

/** The form of a page that has a field `having`: its hidden fields with `typed` over them. */
export async function filledForm(address: string, having: string, typed: Fields): Promise<FormData> {
  const form = formFields(await htmlOf("elsewhere", address), having);
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return form;
}

/** Sends such a form as the lead of the other review. A form that was accepted leads to another page. */
export async function send(address: string, form: FormData) {
  const answer = await postForm(url() + address, cookieOf("elsewhere"), form);
  return { accepted: answer.status === 303, html: await answer.text() };
}

export const planOf = (title: string) => ({
  title,
  "heldOn-day": "12",
  "heldOn-month": "3",
  "heldOn-year": "2026",
  host: "Chartered College of Teaching",
  online: "online",
  confidentiality: "role_only",
});

/** The capture form of a roundtable, for a contribution of the room. */
export const contributionForm = (roundtable: string, typed: Fields) =>
  filledForm(`${roundtable}/capture?form=plain`, "text", { source: "group", ...typed });

export const slugOf = (roundtable: string) => roundtable.split("/").at(-1) ?? "";

/** Plans a roundtable in the other review, starts its session, and gives its address. */
export async function startRoundtable(): Promise<string> {
  const name = randomUUID();
  const planned = await filledForm(`${ELSEWHERE}/roundtables/new`, "title", planOf(name));
  expect((await send(`${ELSEWHERE}/roundtables/new`, planned)).accepted).toBe(true);
  const roundtable = `${ELSEWHERE}/roundtables/${name}`;
  expect((await send(roundtable, await filledForm(roundtable, "to", {}))).accepted).toBe(true);
  return roundtable;
}

/** How many contributions a review has, or one roundtable of it. */
export async function countContributions(who: Who, review: string, roundtable = ""): Promise<number> {
  const html = await htmlOf(who, `${review}/contributions?roundtable=${roundtable}`);
  const count = />([\d,]+) contributions?</.exec(html)?.[1];
  if (count === undefined) throw new Error("The list of contributions says no count.");
  return Number(count.replaceAll(",", ""));
}

/** A refusal is where the reader is taken: it has the focus, and the page's title begins with it. */
export async function expectRefusal(page: Page, words: string): Promise<void> {
  const summary = page.locator(":focus").filter({ hasText: "There is a problem" });
  await expect(summary).toContainText(words);
  await expect(page).toHaveTitle(/^Error: /);
}
