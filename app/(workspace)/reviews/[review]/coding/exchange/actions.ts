"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { ExchangeState } from "@/components/tag/exchange-state";
import { formAction } from "@/lib/access/form-action";
import { refusedFile } from "@/lib/capture/import/limits";
import { importProject, ImportProjectInput } from "@/lib/tag/commands/import-project";
import { undoProjectImport, UndoProjectImportInput } from "@/lib/tag/commands/undo-project-import";
import { carry, uncarry } from "@/lib/tag/exchange/carried";
import { Incoming } from "@/lib/tag/exchange/incoming";
import { readProject } from "@/lib/tag/exchange/read-project";
import { previewProject } from "@/lib/tag/queries/exchange-preview";
import { exchangeAction } from "../../themes/exchange/exchange-action";
import { MAX_PROJECT_BYTES, TOO_LARGE } from "./limits";
import { projectWords } from "./project-words";

const Confirmed = z.object({
  carried: z.string(),
  newCodes: z.string().optional(),
  strangers: z.string().optional(),
});

const run = exchangeAction(
  async (viewer, { id }, bytes) => {
    if (bytes.length > MAX_PROJECT_BYTES) throw refusedFile(TOO_LARGE);
    const file = await readProject(bytes);
    if (!file.ok) throw refusedFile(file.reason);
    const preview = await previewProject(viewer, id, file.value);
    return { ...projectWords(file, preview), carried: carry(preview.incoming), print: "" };
  },
  async (viewer, { id: reviewId, slug }, fields) => {
    const { carried, newCodes, strangers } = Confirmed.parse(fields);
    const input = { reviewId, incoming: uncarry(carried, Incoming), newCodes, strangers };
    const { importId, taggings, memos, themes } = await importProject(
      viewer,
      ImportProjectInput.parse(input),
    );
    const counts = { import: importId, taggings, memos, themes };
    const query = Object.entries(counts).map(([name, count]) => [name, String(count)]);
    return `/reviews/${slug}/coding/exchange?${new URLSearchParams(query)}`;
  },
);

export async function bringInProject(state: ExchangeState, data: FormData): Promise<ExchangeState> {
  return run(state, data);
}

export const takeImportBack = formAction(UndoProjectImportInput, undoProjectImport, () => {
  refresh();
  return { ok: true, message: "What this file brought in was taken back." };
});
