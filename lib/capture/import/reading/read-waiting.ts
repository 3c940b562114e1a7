import { z } from "zod";
import { ContributionInput } from "@/lib/capture/contribution/contribution";
import { MAX_ROWS, refusedFile, tooManyRows } from "./limits";

const NAME = "npq-review waiting lines";
const Waiting = z.object({
  format: z.literal(`${NAME} 1`),
  roundtable: z.string(),
  lines: z.array(z.record(z.string(), z.unknown())),
});

/** Whether a JSON file says that it holds lines that waited on a device. */
export function isWaiting(json: unknown): boolean {
  const format: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "format") : null;
  return typeof format === "string" && format.startsWith(NAME);
}

/** The lines of such a file as they were kept on the device; refuses those of another roundtable. */
export function readWaiting(json: unknown, roundtableId: string): string[] {
  const parsed = Waiting.safeParse(json);
  if (!parsed.success)
    throw refusedFile(
      "These waiting lines cannot be read: the file was changed, or comes from a newer version of this program.",
    );
  const { roundtable, lines } = parsed.data;
  if (roundtable !== roundtableId)
    throw refusedFile("These lines wait for another roundtable. Open that one, and import the file there.");
  if (lines.length > MAX_ROWS) throw tooManyRows();
  return lines.map((line) => JSON.stringify(line));
}

/**
 * One such line, under the rules that hold for a line that is sent; else why it is left out. A device keeps
 * lines of several roundtables, and each is said under the promise of its own.
 */
export function readWaitingLine(json: string, roundtableId: string): ContributionInput | { reason: string } {
  const kept: unknown = JSON.parse(json);
  const unreadable = { reason: "It cannot be read as a line" };
  if (typeof kept !== "object" || kept === null) return unreadable;
  const given = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null));
  const parsed = ContributionInput.safeParse({ roundtableId, ...given });
  if (!parsed.success) return unreadable;
  return parsed.data.roundtableId === roundtableId
    ? parsed.data
    : { reason: "It waits for another roundtable" };
}
