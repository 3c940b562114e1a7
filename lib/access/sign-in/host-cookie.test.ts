import { expect, test } from "vitest";
import { hostCookie } from "./host-cookie";

test("over TLS a cookie bears the prefix __Host-, whose conditions it fulfils", () => {
  expect(hostCookie("npq.session", "https://npq.example.org")).toEqual({
    name: "__Host-npq.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("on this computer alone it bears no prefix, which browsers would refuse without TLS", () => {
  const { name, options } = hostCookie("npq.session", "http://127.0.0.1:3000");
  expect(name).toBe("npq.session");
  expect(options).toMatchObject({ httpOnly: true, secure: false });
});
