import { randomUUID } from "node:crypto";
import { chooseFile, keepRefusal } from "@/lib/capture/import/commands/choose-file";
import { readAgain } from "@/lib/capture/import/commands/read-again";
import { settleColumns } from "@/lib/capture/import/commands/settle-columns";
import { settleSpeakers } from "@/lib/capture/import/commands/settle-speakers";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { stopImport } from "@/lib/capture/import/commands/stop-import";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { HIDDEN, facilitators, row, type Row } from "./row";

const csv = () => new TextEncoder().encode(`text,speaker\nSomething said ${randomUUID()},\n`);

export const CAPTURE_IMPORT_COMMANDS: Record<string, Row> = {
  chooseFile: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { roundtableId }) =>
      chooseFile(viewer, { roundtableId, fileName: "lines.csv", bytes: csv() }),
  },
  keepRefusal: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { roundtableId }) => keepRefusal(viewer, { roundtableId, reason: "It is a picture." }),
  },
  readAgain: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { chosenId }) => readAgain(viewer, { importId: chosenId, asked: { headerLine: 0 } }),
  },
  settleColumns: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { chosenId }) =>
      settleColumns(viewer, { importId: chosenId, entries: { "0": "text" }, wording: "gist" }),
  },
  settleSpeakers: row(
    facilitators(HIDDEN),
    settleSpeakers,
  )(({ chosenId }) => ({ importId: chosenId, entries: {} })),
  startImport: row(facilitators(HIDDEN), startImport)(({ chosenId }) => ({ importId: chosenId })),
  stopImport: row(facilitators(HIDDEN), stopImport)(({ chosenId }) => ({ importId: chosenId })),
  undoImport: row(facilitators(HIDDEN), undoImport)(({ importId }) => ({ importId })),
};
