import { describe, expect, test } from "vitest";
import { networkOf } from "./network";

describe("attempts are counted for", () => {
  test("one network, whichever of its IPv6 addresses they come from and however it is written", () => {
    const same = [
      "2001:db8:0:7::1",
      "2001:DB8:0:7:ffff:ffff:ffff:ffff",
      "2001:0db8:0000:0007:0000:0000:0000:0002",
      "[2001:db8:0:7::3]:4711",
      "2001:db8::7:1:2:192.0.2.1",
    ];
    expect(new Set(same.map(networkOf))).toEqual(new Set(["2001:db8:0:7::/64"]));
    expect(networkOf("2001:db8:0:8::1")).toBe("2001:db8:0:8::/64");
    expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
  });

  test("the IPv4 address, also where it is written as IPv6 or with a port", () => {
    const same = [
      "203.0.113.7",
      "::ffff:203.0.113.7",
      "::FFFF:cb00:7107",
      "[::ffff:cb00:7107]:80",
      "203.0.113.7:443",
    ];
    expect(new Set(same.map(networkOf))).toEqual(new Set(["203.0.113.7"]));
    expect(networkOf("203.0.113.8")).not.toBe(networkOf("203.0.113.7"));
  });

  test("what is sent where it is no address", () => {
    for (const odd of ["", "unknown", "_hidden", "[", "1:2", ":::", "2001:db8::1:99999"])
      expect(() => networkOf(odd), odd).not.toThrow();
    expect(networkOf("unknown")).toBe("unknown");
  });
});
