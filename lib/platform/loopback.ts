const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/** Whether a host is this computer alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}
