import { env } from "../env";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type Level = Exclude<(typeof LEVELS)[number], "silent">;

/** Facts for an operator: ids, counts and durations. Never words, names or addresses of people. */
type Facts = Record<string, string | number | boolean | null>;

/** One JSON line on standard error. */
export function log(level: Level, event: string, facts: Facts = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().LOG_LEVEL)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}

/**
 * Logs a fault: its class, code and place. The message is left out, because a database's message may quote
 * the row that it refused.
 */
export function logFault(event: string, error: unknown, facts: Facts = {}): void {
  const fault = error instanceof Error ? error : new Error(String(error));
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : null;
  const place = fault.stack?.split("\n").find((line) => line.trimStart().startsWith("at ")) ?? null;
  log("error", event, { ...facts, fault: fault.name, code, place: place?.trim() ?? null });
}
