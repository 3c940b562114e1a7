import { vi } from "vitest";
import { env, type Env } from "@/lib/platform/env";

/** The lines that go to the log while `work` runs, from this level on; they are not shown. */
export async function logged(level: Env["LOG_LEVEL"], work: () => Promise<unknown>): Promise<string[]> {
  process.env.HOST ??= "127.0.0.1";
  const { LOG_LEVEL } = env();
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  env().LOG_LEVEL = level;
  try {
    await work();
    return written.mock.calls.map(([line]) => String(line));
  } finally {
    env().LOG_LEVEL = LOG_LEVEL;
    written.mockRestore();
  }
}
