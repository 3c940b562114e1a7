import { ContributionInput } from "@/lib/capture/contribution/contribution";
import { withCurrentNames } from "@/lib/capture/session/former-names";
import { WaitingFile } from "@/lib/capture/session/waiting-format";
import { MAX_ROWS, refusedFile, tooManyRows } from "./limits";

/** The contributions of such a file as they were kept on the device; refuses those of another roundtable. */
export function readWaiting(json: unknown, roundtableId: string): string[] {
  const parsed = WaitingFile.safeParse(json);
  if (!parsed.success)
    throw refusedFile(
      "These waiting contributions cannot be read. The file was changed, or is from a newer version of this application.",
    );
  const { roundtable, contributions } = parsed.data;
  if (roundtable !== roundtableId)
    throw refusedFile(
      "These contributions are for another roundtable. Open that roundtable, and import the file there.",
    );
  if (contributions.length > MAX_ROWS) throw tooManyRows();
  return contributions.map((contribution) => JSON.stringify(contribution));
}

/**
 * One such contribution, if it meets the rules for a contribution that is sent; else why it is left out. A
 * device keeps contributions of several roundtables, and each was said under the confidentiality of its own.
 */
export function readWaitingContribution(
  json: string,
  roundtableId: string,
): ContributionInput | { reason: string } {
  const kept = withCurrentNames(JSON.parse(json));
  const unreadable = { reason: "It cannot be read as a contribution" };
  if (typeof kept !== "object" || kept === null) return unreadable;
  const given = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null));
  const parsed = ContributionInput.safeParse({ roundtableId, ...given });
  if (!parsed.success) return unreadable;
  return parsed.data.roundtableId === roundtableId ? parsed.data : { reason: "It is for another roundtable" };
}
