import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

const REAL = {
  HOST: "0.0.0.0",
  APP_URL: "https://npq.example.org",
  SMTP_URL: "smtp://mail.example.org",
  NEXTAUTH_SECRET: "x".repeat(32),
};

describe("the environment", () => {
  test("with nothing configured and only loopback, it is a demonstration", () => {
    expect(readEnv({ HOST: "127.0.0.1" })).toMatchObject({
      demonstration: true,
      PORT: 3000,
      DATA_DIR: "data",
    });
  });
  test("a real configuration is not a demonstration, whatever it listens on", () => {
    expect(readEnv({ ...REAL, HOST: "127.0.0.1" }).demonstration).toBe(false);
    expect(readEnv(REAL).demonstration).toBe(false);
  });
  test.each([{ HOST: "0.0.0.0" }, { HOST: "192.168.1.4" }, {}])(
    "listening beyond loopback, %j, needs a real configuration",
    (source) => {
      expect(() => readEnv(source)).toThrow(/APP_URL.*SMTP_URL.*NEXTAUTH_SECRET/s);
    },
  );
  test("an incomplete real configuration says what is missing", () => {
    expect(() => readEnv({ ...REAL, NEXTAUTH_SECRET: undefined })).toThrow(/NEXTAUTH_SECRET/);
  });
  test("how long a session lasts is a whole number of hours, at most 30 days", () => {
    expect(readEnv(REAL)).toMatchObject({ SESSION_HOURS: 24, SESSION_IDLE_HOURS: 4 });
    expect(readEnv({ ...REAL, SESSION_HOURS: "12" }).SESSION_HOURS).toBe(12);
    for (const bad of ["0", "721", "1.5", "a day"])
      expect(() => readEnv({ ...REAL, SESSION_IDLE_HOURS: bad }), bad).toThrow(/SESSION_IDLE_HOURS must be/);
  });
  test("the secret of the example is refused", () => {
    const example = /NEXTAUTH_SECRET=(\S+)/.exec(readFileSync(".env.example", "utf8"))?.[1];
    expect(() => readEnv({ ...REAL, NEXTAUTH_SECRET: example })).toThrow(/must be random/);
  });
  test("people beyond this computer sign in over TLS alone", () => {
    expect(() => readEnv({ ...REAL, APP_URL: "http://npq.example.org" })).toThrow(/must start with https/);
    expect(readEnv({ ...REAL, APP_URL: "http://127.0.0.1:3000" }).APP_URL).toBe("http://127.0.0.1:3000");
  });
  test("every mistake is named at once, and an empty variable counts as absent", () => {
    expect(() => readEnv({ HOST: "127.0.0.1", PORT: "many", DATABASE_URL: "mysql://x" })).toThrow(
      /PORT.*DATABASE_URL/s,
    );
    expect(readEnv({ HOST: "127.0.0.1", DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
  });
});
