import type { Entry } from "@/lib/capture/session/outbox";
import { inRecordOrder, withOperation, type Lines } from "@/lib/capture/session/record-view";
import type { RoomState } from "../types";

/** The first words of the file, by which the import knows it. */
const FORMAT = "npq-review waiting lines 1";

/**
 * What waits for this roundtable, as a file that the import takes back: each new line under its own id, so
 * that none is added twice, with its later changes in it. Changes of lines that are stored already are
 * written out too, for a person to read.
 */
export function waitingFile(entries: readonly Entry[], room: RoomState): { name: string; text: string } {
  const operations = entries.map(({ operation }) => operation);
  const made = operations.filter((one) => one.do === "record" && one.roundtableId === room.roundtableId);
  const lines = operations.reduce(
    (all, operation) => (made.includes(operation) || all.size > 0 ? withOperation(all, operation, "") : all),
    new Map() as Lines,
  );
  const labelOf = (id: string | null) => room.participants.find((one) => one.id === id)?.label ?? null;
  const file = {
    format: FORMAT,
    roundtable: room.roundtableId,
    lines: inRecordOrder(lines.values())
      .filter(({ struck }) => !struck)
      .map((line) => ({ ...line, label: labelOf(line.participantId) })),
    changes: operations.filter((one) => "contributionId" in one && !lines.has(one.contributionId)),
  };
  return {
    name: `waiting-lines-${new Date().toISOString().slice(0, 16).replaceAll(":", "")}.json`,
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
