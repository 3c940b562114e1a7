import { expect, test, vi } from "vitest";
import { env } from "@/lib/platform/env";
import { asRefusal } from "./fault";

test("a fault is answered without the inside, and logged once with its kind and place but not its words", async () => {
  process.env.HOST ??= "127.0.0.1";
  const { LOG_LEVEL } = env();
  env().LOG_LEVEL = "error";
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const fault = Object.assign(new TypeError("row (Mrs Oakham) of table identity"), { code: "23505" });
    const { kind, message, fieldErrors } = await asRefusal("route.failed", fault, { method: "POST" });
    expect({ kind, fieldErrors }).toEqual({ kind: "unavailable", fieldErrors: {} });
    expect(message).toMatch(/^Something went wrong on our side\. Nothing was saved/);
    expect(message).not.toMatch(/Oakham|identity|TypeError|23505/);
    const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown);
    expect(lines).toEqual([
      expect.objectContaining({ level: "error", event: "route.failed", fault: "TypeError", code: "23505" }),
    ]);
    expect(JSON.stringify(lines)).not.toContain("Oakham");
  } finally {
    env().LOG_LEVEL = LOG_LEVEL;
    written.mockRestore();
  }
});
