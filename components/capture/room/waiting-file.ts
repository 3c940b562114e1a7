import type { Entry } from "@/lib/capture/outbox";
import type { RoomState } from "./types";

/** The first words of the file, by which the import knows it. */
const FORMAT = "npq-review waiting lines 1";

/** What waits, as a file that the import takes back: each line under its own id, so that none is added twice. */
export function waitingFile(entries: readonly Entry[], room: RoomState): { name: string; text: string } {
  const lines = entries.flatMap<object>(({ operation, queuedAt }) => {
    if (operation.do === "record") {
      const label = room.participants.find(({ id }) => id === operation.participantId)?.label ?? null;
      return [{ ...operation, label }];
    }
    return operation.do === "edit"
      ? [{ ...operation, note: "An edit of a line that is in the record already", queuedAt }]
      : [];
  });
  return {
    name: `waiting-lines-${new Date().toISOString().slice(0, 16).replaceAll(":", "")}.json`,
    text: JSON.stringify({ format: FORMAT, roundtable: room.roundtableId, lines }, null, 2),
  };
}

export function download({ name, text }: { name: string; text: string }): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
