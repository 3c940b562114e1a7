"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { readAgain } from "@/lib/capture/import/commands/read-again";
import { settleColumns } from "@/lib/capture/import/commands/settle-columns";
import { settleSpeakers } from "@/lib/capture/import/commands/settle-speakers";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { stopImport } from "@/lib/capture/import/commands/stop-import";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { ColumnsInput, ImportIdInput, ReadAgainInput, SpeakersInput } from "@/lib/capture/import/import";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

export async function settleFileColumns(
  slugs: RoundtableSlugs,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const act = formAction(ColumnsInput, settleColumns, ({ importId, speakers }) =>
    redirect(roundtableHref(slugs, `import/${importId}/${speakers > 0 ? "speakers" : "check"}`)),
  );
  return act(state, data);
}

/** Reads the chosen file once more, as somebody says. */
export async function readFileAgain(
  slugs: RoundtableSlugs,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const act = formAction(ReadAgainInput, readAgain, ({ importId }) =>
    redirect(roundtableHref(slugs, `import/${importId}`)),
  );
  return act(state, data);
}

export async function settleFileSpeakers(
  slugs: RoundtableSlugs,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const act = formAction(SpeakersInput, settleSpeakers, ({ importId }) =>
    redirect(roundtableHref(slugs, `import/${importId}/check`)),
  );
  return act(state, data);
}

export async function start(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ImportIdInput, startImport, ({ importId }) =>
    redirect(roundtableHref(slugs, `import/${importId}`)),
  );
  return act(state, data);
}

/** Discards a chosen file, or stops an import that is running. */
export async function stop(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ImportIdInput, stopImport, ({ left }, { importId }) =>
    redirect(roundtableHref(slugs, left ? "import" : `import/${importId}`)),
  );
  return act(state, data);
}

export async function undo(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ImportIdInput, undoImport, () => {
    refresh();
    return { ok: true };
  });
  return act(state, data);
}
