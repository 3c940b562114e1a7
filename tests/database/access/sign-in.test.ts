import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { adapter } from "@/lib/access/sign-in/sessions";
import { isDemonstrationRequest, signInAsDemonstration } from "@/lib/access/sign-in/demonstration-sign-in";
import { requestSignInLink, spendSignInLink } from "@/lib/access/sign-in/sign-in-link";
import { db } from "@/lib/platform/db";
import { runNextJob } from "@/lib/platform/jobs";
import { sendMail } from "@/lib/platform/mail/mail";
import { openTestDatabase } from "@/tests/support/database";
import * as actions from "@/app/sign-in/actions";
import { logged } from "@/tests/support/logged";
import { openMailBox } from "@/tests/support/machine/mail-box";
import { makeReview } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";

const HTTP = "http://127.0.0.1:3000";
/** Where people reach the application, and the headers of the request that is being answered. */
const at = vi.hoisted(() => ({ address: "http://127.0.0.1:3000", headers: new Headers() }));
vi.mock("@/lib/platform/env", async (original) => ({
  ...(await original<object>()),
  appUrl: () => at.address,
}));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(at.headers) }));

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
  await db().rateBucket.deleteMany();
});

/** Where the requests of these tests come from, by the addresses that are kept for documentation. */
const HERE = "192.0.2.1";
const ELSEWHERE = "203.0.113.7";

/** Runs what is queued, which waits up to a second so that it shows in no answer's time. */
async function runJobs() {
  await db().job.updateMany({ where: { state: "queued" }, data: { runAt: new Date() } });
  while (await runNextJob());
}

/** As if that long had passed since the last attempts. */
async function passTime(ms: number) {
  await db().$executeRaw`UPDATE rate_bucket SET full_at = full_at - ${ms} * interval '1 millisecond'`;
}

async function makeMemberWithMail(email: string) {
  const review = await makeReview();
  const user = await db().user.create({
    data: { email, name: "Member", memberships: { create: { reviewId: review.id, role: "fellow" } } },
  });
  return user.id;
}

async function askAndRead(email: string) {
  await requestSignInLink(HERE, email);
  await runJobs();
  const link = box.lastLink().searchParams;
  return { email: link.get("email") ?? "", token: link.get("token") ?? "" };
}

describe("a sign-in link", () => {
  test("comes by mail, is spent once, and makes a session", async () => {
    const userId = await makeMemberWithMail("once@example.org");
    const { email, token } = await askAndRead(" Once@Example.org ");
    const session = await spendSignInLink(HERE, email, token);
    expect((await adapter.getSessionAndUser?.(session.token))?.user.id).toBe(userId);
    await expect(spendSignInLink(HERE, email, token)).rejects.toThrow(/used or has expired/);
  });

  test("leaves neither its token nor the session's in the database", async () => {
    await makeMemberWithMail("hidden@example.org");
    const { email, token } = await askAndRead("hidden@example.org");
    const stored = JSON.stringify([await db().verificationToken.findMany(), await db().job.findMany()]);
    expect(stored).not.toContain(token);
    const session = await spendSignInLink(HERE, email, token);
    expect(JSON.stringify(await db().session.findMany())).not.toContain(session.token);
  });

  test("is sent only to members, and nobody can find out which addresses are members'", async () => {
    await requestSignInLink(HERE, "nobody@example.org");
    await runJobs();
    expect(box.messages).toHaveLength(0);
  });

  test("expires, and another person's token opens nothing", async () => {
    await makeMemberWithMail("late@example.org");
    await makeMemberWithMail("other@example.org");
    const late = await askAndRead("late@example.org");
    await expect(spendSignInLink(HERE, "other@example.org", late.token)).rejects.toThrow();
    await db().verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    await expect(spendSignInLink(HERE, late.email, late.token)).rejects.toThrow();
  });

  test("is named in the audit log of each of the person's reviews when it is used", async () => {
    const userId = await makeMemberWithMail("audited@example.org");
    const { email, token } = await askAndRead("audited@example.org");
    await spendSignInLink(HERE, email, token);
    const [membership] = await db().membership.findMany({ where: { userId } });
    expect(
      await db().auditEntry.findMany({ where: { action: "session.begin", actorId: userId } }),
    ).toMatchObject([{ reviewId: membership?.reviewId, subjectId: userId }]);
  });
});

test("a line break in a mail's title or address adds no header to it, and its words are apart", async () => {
  const text = "Words\vapart";
  await sendMail({ to: "jo@example.org", subject: "A title\r\nBcc: other@example.org", text });
  const [message = ""] = box.messages;
  const [headers = "", body = ""] = message.split("\r\n\r\n");
  expect(body).toBe("Words\r\napart\r\n");
  expect(headers).toMatch(/^Subject: A title.*Bcc: other/m);
  expect(headers).not.toMatch(/^Bcc:/m);
  const to = "jo@example.org\r\nBcc: other@example.org";
  await expect(sendMail({ to, subject: "A title", text })).rejects.toThrow(/email/);
});

describe("whom somebody else wants to keep out", () => {
  // However slowly a busy machine makes the attempts, none drips back in between.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() }));
  afterEach(() => void vi.useRealTimers());

  test("uses a true link after any number of false ones, wherever they come from", async () => {
    const userId = await makeMemberWithMail("true@example.org");
    const { email, token } = await askAndRead("true@example.org");
    for (let i = 0; i < 20; i++)
      await expect(spendSignInLink(HERE, email, `false ${i}`)).rejects.toThrow(/used or has expired/);
    await expect(spendSignInLink(HERE, email, "one more")).rejects.toThrow(/Wait \d seconds?/);
    await expect(spendSignInLink(ELSEWHERE, email, "one more")).rejects.toThrow(/used or has expired/);
    const session = await spendSignInLink(HERE, email, token);
    expect((await adapter.getSessionAndUser?.(session.token))?.user.id).toBe(userId);
  });

  test("gets links that all work until one is used, and one more every two minutes", async () => {
    await makeMemberWithMail("often@example.org");
    const first = await askAndRead("often@example.org");
    for (let i = 0; i < 7; i++) await requestSignInLink(ELSEWHERE, "OFTEN@example.org");
    await runJobs();
    expect(box.messages).toHaveLength(5);
    await passTime(2 * 60_000);
    await requestSignInLink(HERE, "often@example.org");
    await requestSignInLink(HERE, "often@example.org");
    await runJobs();
    expect(box.messages).toHaveLength(6);
    const last = box.lastLink().searchParams.get("token") ?? "";
    await spendSignInLink(HERE, first.email, first.token);
    await expect(spendSignInLink(HERE, first.email, last)).rejects.toThrow(/used or has expired/);
  });

  test("is not held up by too many requests from elsewhere", async () => {
    await makeMemberWithMail("held@example.org");
    for (let i = 0; i < 60; i++) await requestSignInLink(ELSEWHERE, `unknown-${i}@example.org`);
    await expect(requestSignInLink(ELSEWHERE, "held@example.org")).rejects.toThrow(/Wait \d seconds?/);
    await requestSignInLink(HERE, "held@example.org");
    await runJobs();
    expect(box.messages).toHaveLength(1);
    await passTime(5_000);
    await expect(requestSignInLink(ELSEWHERE, "held@example.org")).resolves.toBeUndefined();
  });
});

describe("somebody with a whole IPv6 network", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() }));
  afterEach(() => void vi.useRealTimers());
  const NETWORK = "2001:db8:0:7:";

  test("gets as many links and false tries as one address, and another network its own", async () => {
    await makeMemberWithMail("network@example.org");
    for (let i = 0; i < 60; i++) await requestSignInLink(`${NETWORK}:${i + 1}`, `unknown-${i}@example.org`);
    await expect(requestSignInLink(`${NETWORK}a:b:c:d`, "network@example.org")).rejects.toThrow(/Wait/);
    await expect(requestSignInLink("2001:db8:0:8::1", "network@example.org")).resolves.toBeUndefined();
    for (let i = 0; i < 20; i++)
      await expect(spendSignInLink(`${NETWORK}:${i + 1}`, "network@example.org", "false")).rejects.toThrow();
    await expect(spendSignInLink(`${NETWORK}f:1:2:3`, "network@example.org", "false")).rejects.toThrow(
      /Wait/,
    );
  });
});

describe("what an operator reads of attempts that failed", () => {
  /** The lines of the log while `work` runs. */
  const attemptsIn = async (work: () => Promise<unknown>) =>
    (await logged("warn", work)).filter((line) => line.includes("sign-in."));

  test("says why, and follows one sender and one address without storing either", async () => {
    const email = "stranger@example.org";
    // What earlier tests asked for and nobody mailed yet.
    await runJobs();
    const lines = await attemptsIn(async () => {
      for (let i = 0; i < 2; i++) await spendSignInLink(HERE, email, `false ${i}`).catch(() => {});
      await spendSignInLink(ELSEWHERE, email, "false").catch(() => {});
      await requestSignInLink(HERE, email);
      await runJobs();
    });
    const [one, same, elsewhere, unknown] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(one).toMatchObject({ event: "sign-in.refused", why: "false-link" });
    expect(same).toMatchObject({ network: one?.network, address: one?.address });
    expect(elsewhere?.network).not.toBe(one?.network);
    expect(unknown).toMatchObject({ why: "unknown-address", network: null, address: one?.address });
    for (const clear of [email, HERE, ELSEWHERE, "false 0"]) expect(lines.join("")).not.toContain(clear);
  });

  test("says that a limit was reached", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const lines = await attemptsIn(async () => {
      for (let i = 0; i < 61; i++) await requestSignInLink(HERE, "full@example.org").catch(() => {});
      for (let i = 0; i < 21; i++) await spendSignInLink(HERE, "full@example.org", "false").catch(() => {});
    });
    vi.useRealTimers();
    const reasons = lines.map((line) => (JSON.parse(line) as { why: string }).why);
    expect(new Set(reasons)).toEqual(
      new Set(["limit-of-address", "limit-of-links", "false-link", "limit-of-false-links"]),
    );
  });
});

/** What is done meanwhile that takes time: statements with how much they carry, hashes, random values, mails. */
async function workOf(request: () => Promise<unknown>) {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const hash = vi.spyOn(crypto, "createHash");
  const random = vi.spyOn(crypto, "randomBytes");
  // So that the modules that import these by name see the spies.
  syncBuiltinESMExports();
  try {
    await request().catch(() => {});
    const statements = query.mock.calls.map(([said]: unknown[]) => {
      const { text, values = [] } = (typeof said === "string" ? { text: said } : said) as Said;
      return `${text} ${values.map(sizeOf).join(" ")}`;
    });
    const mails = await db().job.count({ where: { kind: "mail" } });
    return { statements, hashes: hash.mock.calls.length, random: random.mock.calls.length, mails };
  } finally {
    for (const spy of [query, hash, random]) spy.mockRestore();
    syncBuiltinESMExports();
  }
}
/** How long a value is; of a number or a time, such as what is left of a limit, that it is one: how long it is depends on the clock. */
function sizeOf(value: unknown): string {
  const said = String(value);
  // Whole seconds are sent without their fraction.
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.test(said)) return "a time";
  return /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(said) ? "a number" : String(said.length);
}
type Said = { text: string; values?: unknown[] };

describe("whether an address is known cannot be told, since the same work is done", () => {
  const KNOWN = "somebody@example.org";
  const UNKNOWN = "nobody.1@example.org";
  const requests: Record<string, (email: string) => Promise<unknown>> = {
    "when a link is asked for": (email) => requestSignInLink(HERE, email),
    "when a link is false": (email) => spendSignInLink(HERE, email, "false"),
    "when links are asked for too often": async (email) => {
      for (let i = 0; i < 6; i++) await requestSignInLink(HERE, email);
    },
  };

  test.each(Object.entries(requests))("%s", async (_when, request) => {
    expect(KNOWN).toHaveLength(UNKNOWN.length);
    if ((await db().user.count({ where: { email: KNOWN } })) === 0) await makeMemberWithMail(KNOWN);
    // What is done once in a process is done before.
    await request("other.one1@example.org").catch(() => {});
    await db().rateBucket.deleteMany();
    const known = await workOf(() => request(KNOWN));
    await db().rateBucket.deleteMany();
    const unknown = await workOf(() => request(UNKNOWN));
    expect(known.statements.length).toBeGreaterThan(1);
    expect(unknown).toEqual(known);
  });
});

describe("where people reach the application over TLS", () => {
  beforeEach(() => void (at.address = "https://npq.example.org"));
  afterEach(() => {
    at.address = HTTP;
    at.headers = new Headers();
  });
  const forms = {
    askForLink: { email: "tls@example.org" },
    confirmLink: { email: "tls@example.org", token: "false" },
  };
  const sent = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  test.each(["askForLink", "confirmLink"] as const)("%s is refused over plain HTTP alone", async (name) => {
    const plain = await actions[name](null, sent(forms[name]));
    expect(plain).toMatchObject({
      ok: false,
      message: expect.stringMatching(/not opened over an encrypted/),
    });
    at.headers = new Headers({ "x-forwarded-proto": "https", "x-forwarded-for": HERE });
    const encrypted = await actions[name](null, sent(forms[name])).catch((error: unknown) => error);
    expect(JSON.stringify(encrypted)).not.toMatch(/encrypted/);
  });
});

test("the demonstration's sign-in is impossible where the application is configured for real", async () => {
  const user = await db().user.create({ data: { email: "demo@example.org", demonstration: true } });
  const headers = new Headers({ host: "127.0.0.1:3000" });
  expect(isDemonstrationRequest(headers)).toBe(false);
  await expect(signInAsDemonstration(headers, user.id)).rejects.toThrow(/not available/);
});
