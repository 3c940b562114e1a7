import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { freePort } from "@/tests/support/machine/free-port.mjs";
import { addressFrom, whyNotFree } from "./address.mjs";

const env = (settings: Record<string, string>) => ({ NODE_ENV: "production" as const, ...settings });

describe("addressFrom", () => {
  it("is 127.0.0.1:3000 by default", () => {
    expect(addressFrom(env({ HOST: "", PORT: "" }))).toMatchObject({ url: "http://127.0.0.1:3000" });
  });

  it("reaches a server that listens on all addresses through loopback", () => {
    expect(addressFrom(env({ HOST: "0.0.0.0", PORT: "80" }))).toMatchObject({ url: "http://127.0.0.1:80" });
    expect(addressFrom(env({ HOST: "::" }))).toMatchObject({ url: "http://[::1]:3000" });
  });

  it.each(["0", "65536", "3000a", "-1", "3.5"])("refuses the port %s", (PORT) => {
    expect(addressFrom(env({ PORT }))).toHaveProperty("problem");
  });
});

describe("whyNotFree", () => {
  it("gives no reason for a free port", async () => {
    const address = { host: "127.0.0.1", port: await freePort(), url: "" };
    expect(await whyNotFree(address, "npm start")).toBeUndefined();
  });

  it("says that a port is taken and which command uses the next", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const why = await whyNotFree({ host: "127.0.0.1", port, url: "" }, "npm start");
    other.close();
    expect(why).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(why).toContain("npm start");
  });

  it("says that a host is not this computer", async () => {
    // 192.0.2.0/24 is kept for documentation, so no computer has an address in it.
    const why = await whyNotFree({ host: "192.0.2.1", port: await freePort(), url: "" }, "npm start");
    expect(why).toContain("not an address of this computer");
  });
});
