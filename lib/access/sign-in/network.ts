import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that attempts from an address are counted for: an IPv4 address itself, and the /64 of an IPv6 one, the
 * smallest network that a customer gets (RFC 6177, BCP 157), since its owner can send from any of its 2^64 addresses.
 * IPv4 written as IPv6 (RFC 4291, 2.5.5.2) is IPv4, and a port that a proxy adds is left out. What is no address counts
 * as it is.
 */
export function networkOf(client: string): string {
  const address = withoutPort(client.trim());
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  if (mapped) return groups.slice(6).flatMap(bytesOf).join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** "192.0.2.1:443" and "[2001:db8::1]:443" as some proxies write them; a zone ("%eth0") goes too. */
function withoutPort(client: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(client)?.[1];
  const plain = client.replace(/:\d{1,5}$/, "");
  const address = bracketed ?? (isIPv4(plain) ? plain : client);
  return address.split("%")[0] ?? "";
}

/** The eight groups of an IPv6 address in lower case, without leading zeros. */
function groupsOf(address: string): string[] {
  // URL writes the shortest form, with the last 32 bits in hexadecimal too.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}
