"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { textValues } from "@/components/ui/sending";
import { formAction } from "@/lib/access/form-action";
import { importContributions } from "@/lib/capture/commands/import-contributions";
import { undoImport } from "@/lib/capture/commands/undo-import";
import { ImportFormInput, refusedImport, UndoImportInput, type ImportResult } from "@/lib/capture/import";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

export async function upload(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const results: ImportResult[] = [];
  const act = formAction(ImportFormInput, async (viewer, { file, ...rest }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    results.push(await importContributions(viewer, { ...rest, fileName: file.name, bytes }));
  });
  const answered = await act(state, data);
  const [result] = results;
  if (!result) return answered;
  if (!result.imported) return { ...refusedImport(result.problems), values: textValues(data) };
  const { importId, newParticipants, unnamed } = result;
  const done = new URLSearchParams({ done: importId, people: `${newParticipants}`, unnamed: `${unnamed}` });
  redirect(`${roundtableHref(slugs, "import")}?${done.toString()}`);
}

export async function undo(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(UndoImportInput, undoImport, () => {
    refresh();
    return { ok: true };
  });
  return act(state, data);
}
