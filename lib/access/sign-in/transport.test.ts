import { describe, expect, test } from "vitest";
import { clientAddress, requireEncrypted } from "./transport";

test("a request comes from the last address in the list, whatever its sender put before it", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "127.0.0.1, 203.0.113.7" }))).toBe("203.0.113.7");
  expect(clientAddress(new Headers())).toBe("");
});

describe("where people reach the application over TLS", () => {
  const address = "https://npq.example.org";
  const proto = (value?: string) => new Headers(value ? { "x-forwarded-proto": value } : {});

  test("a sign-in over plain HTTP is refused, and one that the proxy calls encrypted is not", () => {
    expect(() => requireEncrypted(proto(), address)).toThrow(/Open https:\/\/npq\.example\.org/);
    expect(() => requireEncrypted(proto("http"), address)).toThrow(/encrypted/);
    expect(() => requireEncrypted(proto("https, http"), address)).toThrow(/encrypted/);
    expect(() => requireEncrypted(proto("https"), address)).not.toThrow();
  });
});

test("on this computer alone plain HTTP is as good", () => {
  const address = "http://127.0.0.1:3000";
  expect(() => requireEncrypted(new Headers({ "x-forwarded-proto": "http" }), address)).not.toThrow();
});
