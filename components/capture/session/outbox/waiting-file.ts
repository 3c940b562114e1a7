import type { Entry } from "@/lib/capture/session/outbox";
import { WAITING_FORMAT } from "@/lib/capture/session/waiting-name";
import { inRecordOrder, withOperation, type Contributions } from "@/lib/capture/session/record-view";
import type { SessionState } from "../types";

/**
 * What waits for this roundtable, as a file that the import accepts: each new contribution with its own id,
 * so that none is added twice, and with its later changes. Changes of contributions that are already stored
 * are written out too, for a person to read.
 */
export function waitingFile(
  entries: readonly Entry[],
  session: SessionState,
): { name: string; text: string } {
  const operations = entries.map(({ operation }) => operation);
  const made = operations.filter((one) => one.do === "record" && one.roundtableId === session.roundtableId);
  const contributions = operations.reduce(
    (all, operation) => (made.includes(operation) || all.size > 0 ? withOperation(all, operation, "") : all),
    new Map() as Contributions,
  );
  const labelOf = (id: string | null) => session.participants.find((one) => one.id === id)?.label ?? null;
  const file = {
    format: WAITING_FORMAT,
    roundtable: session.roundtableId,
    contributions: inRecordOrder(contributions.values())
      .filter(({ struck }) => !struck)
      .map((contribution) => ({ ...contribution, label: labelOf(contribution.participantId) })),
    changes: operations.filter((one) => "contributionId" in one && !contributions.has(one.contributionId)),
  };
  return {
    name: `waiting-contributions-${new Date().toISOString().slice(0, 16).replaceAll(":", "")}.json`,
    text: JSON.stringify(file, null, 2),
  };
}

export function download({ name, text }: { name: string; text: string }): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
