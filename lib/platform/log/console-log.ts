import { log, logFault } from "./log";

/**
 * Sends what libraries print to the log. Next.js prints the message of every error, and a message may quote what
 * somebody typed, so only the kind and the place of an error are kept, and of other texts nothing.
 */
export function sendConsoleToLog(target: Pick<Console, "error" | "warn"> = console): void {
  target.error = (...said: unknown[]) => note("error", said);
  target.warn = (...said: unknown[]) => note("warn", said);
}

function note(level: "error" | "warn", said: unknown[]): void {
  const event = `console.${level}`;
  const error = said.find((one) => one instanceof Error);
  if (error && level === "error") logFault(event, error);
  // The database prints each statement that it refused, which whoever ran it has been told.
  else log("warn", event, { fault: error?.name ?? null });
}
