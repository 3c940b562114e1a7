import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adapter } from "@/lib/access/sessions";
import {
  isDemonstrationRequest,
  requestSignInLink,
  signInAsDemonstration,
  spendSignInLink,
} from "@/lib/access/sign-in";
import { db } from "@/lib/platform/db";
import { runNextJob } from "@/lib/platform/jobs";
import { openTestDatabase } from "@/tests/support/database";
import { openMailBox } from "@/tests/support/mail-box";
import { makeReview } from "@/tests/support/factories";
import { registerStages } from "@/register-stages";

let box: Awaited<ReturnType<typeof openMailBox>>;

openTestDatabase();
beforeAll(async () => {
  box = await openMailBox();
  process.env.SMTP_URL = box.url;
  process.env.APP_URL = "http://127.0.0.1:3000";
  process.env.NEXTAUTH_SECRET = "0123456789abcdef0123456789abcdef";
  registerStages();
});
afterAll(() => box.close());
beforeEach(async () => {
  box.messages.length = 0;
  await db().rateWindow.deleteMany();
});

async function makeMemberWithMail(email: string) {
  const review = await makeReview();
  const user = await db().user.create({
    data: { email, name: "Member", memberships: { create: { reviewId: review.id, role: "fellow" } } },
  });
  return user.id;
}

async function askAndRead(email: string) {
  await requestSignInLink(email);
  while (await runNextJob());
  const link = box.lastLink().searchParams;
  return { email: link.get("email") ?? "", token: link.get("token") ?? "" };
}

describe("a sign-in link", () => {
  test("comes by mail, is spent once, and makes a session", async () => {
    const userId = await makeMemberWithMail("once@example.org");
    const { email, token } = await askAndRead(" Once@Example.org ");
    const session = await spendSignInLink(email, token);
    expect((await adapter.getSessionAndUser?.(session.token))?.user.id).toBe(userId);
    await expect(spendSignInLink(email, token)).rejects.toThrow(/used or has expired/);
  });

  test("leaves neither its token nor the session's in the database", async () => {
    await makeMemberWithMail("hidden@example.org");
    const { email, token } = await askAndRead("hidden@example.org");
    const stored = JSON.stringify([await db().verificationToken.findMany(), await db().job.findMany()]);
    expect(stored).not.toContain(token);
    const session = await spendSignInLink(email, token);
    expect(JSON.stringify(await db().session.findMany())).not.toContain(session.token);
  });

  test("is sent only to members, and nobody can find out which addresses are members'", async () => {
    await requestSignInLink("nobody@example.org");
    while (await runNextJob());
    expect(box.messages).toHaveLength(0);
  });

  test("expires, and another person's token opens nothing", async () => {
    await makeMemberWithMail("late@example.org");
    await makeMemberWithMail("other@example.org");
    const late = await askAndRead("late@example.org");
    await expect(spendSignInLink("other@example.org", late.token)).rejects.toThrow();
    await db().verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    await expect(spendSignInLink(late.email, late.token)).rejects.toThrow();
  });

  test("is limited by address, and says when to try again", async () => {
    await makeMemberWithMail("often@example.org");
    for (let i = 0; i < 5; i++) await requestSignInLink("often@example.org");
    await expect(requestSignInLink("OFTEN@example.org")).rejects.toThrow(/Wait \d+ minutes?/);
    await expect(requestSignInLink("nobody@example.org")).resolves.toBeUndefined();
  });
});

test("the demonstration's sign-in is impossible where the application is configured for real", async () => {
  const user = await db().user.create({ data: { email: "demo@example.org", demonstration: true } });
  const headers = new Headers({ host: "127.0.0.1:3000" });
  expect(isDemonstrationRequest(headers)).toBe(false);
  await expect(signInAsDemonstration(headers, user.id)).rejects.toThrow(/not available/);
});
