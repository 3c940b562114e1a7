import type { Viewer } from "@/lib/access/policy";
import { chooseFile } from "@/lib/capture/import/commands/choose-file";
import { settleColumns } from "@/lib/capture/import/commands/settle-columns";
import { settleSpeakers } from "@/lib/capture/import/commands/settle-speakers";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { getImport } from "@/lib/capture/import/queries/imports";
import { db } from "@/lib/platform/db";
import { runNextJob } from "@/lib/platform/jobs";
import { registerStages } from "@/register-stages";

type File = {
  roundtableId: string;
  fileName?: string;
  text?: string;
  bytes?: Uint8Array;
  /** Of speakers whom nobody at the roundtable is called. */
  rest?: "new" | "unknown" | "out";
};

/** Goes through the steps of the wizard up to the confirmation, as it proposes them. */
export async function settleFile(viewer: Viewer, file: File): Promise<string> {
  const { roundtableId, fileName = "lines.csv", text = "", bytes = Buffer.from(text), rest = "new" } = file;
  const { importId } = await chooseFile(viewer, { roundtableId, fileName, bytes: Uint8Array.from(bytes) });
  const { columns, format } = await getImport(viewer, roundtableId, importId);
  if (format === "waiting") return importId;
  const entries = Object.fromEntries(
    columns.fields.map((field, column) => {
      const question = columns.questions[column];
      const choice = field === "text" && question ? (`text:${question}` as const) : (field ?? "");
      return [String(column), choice] as const;
    }),
  );
  const { wording, timeKind } = columns;
  await settleColumns(viewer, { importId, entries, wording, timeKind: timeKind ?? "" });
  await settleSpeakers(viewer, { importId, entries: {}, rest });
  return importId;
}

/** Imports a file as the wizard does, its job included; gives the import as it is then. */
export async function importFile(viewer: Viewer, file: File) {
  const importId = await settleFile(viewer, file);
  await startImport(viewer, { importId });
  await runImportJobs();
  return getImport(viewer, file.roundtableId, importId);
}

/** Runs what waits to be imported or cleared away. */
export async function runImportJobs(): Promise<void> {
  registerStages();
  const due = () => db().job.count({ where: { state: "queued", kind: { in: ["import", "clear-import"] } } });
  for (let turns = 0; turns < 20 && (await due()) > 0; turns++) await runNextJob();
}
