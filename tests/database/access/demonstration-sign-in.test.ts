import { expect, test } from "vitest";
import {
  isDemonstrationRequest,
  listDemonstrationPeople,
  signInAsDemonstration,
} from "@/lib/access/sign-in/demonstration-sign-in";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeUser } from "@/tests/support/worlds/factories";

openTestDatabase();

const HERE = { host: "127.0.0.1:3000" };

test("offers the demonstration's people and nobody else to a request from this computer", async () => {
  const somebody = await makeUser();
  const demo = await db().user.create({
    data: { email: "demo@example.org", name: "Demo", demonstration: true },
  });
  expect((await listDemonstrationPeople(new Headers(HERE))).map(({ id }) => id)).toEqual([demo.id]);
  await expect(signInAsDemonstration(new Headers(HERE), demo.id)).resolves.toHaveProperty("token");
  await expect(signInAsDemonstration(new Headers(HERE), somebody.id)).rejects.toThrow(/not available/);
});

test.each([
  { host: "192.168.1.4:3000" },
  { host: "npq.example.org" },
  { host: "127.0.0.1.example.org" },
  { ...HERE, "x-forwarded-for": "203.0.113.9" },
  { ...HERE, "x-forwarded-for": "127.0.0.1, 203.0.113.9" },
  { ...HERE, "x-forwarded-host": "npq.example.org" },
  { ...HERE, forwarded: "for=127.0.0.1" },
  { ...HERE, "x-real-ip": "127.0.0.1" },
  { ...HERE, via: "1.1 proxy" },
])("offers nothing to %j", (headers) => {
  expect(isDemonstrationRequest(new Headers(headers))).toBe(false);
});

test("accepts the headers that Next.js itself adds", () => {
  const filled = {
    ...HERE,
    "x-forwarded-host": HERE.host,
    "x-forwarded-for": "::ffff:127.0.0.1",
    "x-forwarded-proto": "http",
  };
  expect(isDemonstrationRequest(new Headers(filled))).toBe(true);
});
