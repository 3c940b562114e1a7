"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { ExchangeState } from "@/components/tag/exchange/exchange-state";
import { formAction } from "@/lib/access/form-action";
import { sha256 } from "@/lib/platform/digest";
import { importProject, ImportProjectInput } from "@/lib/tag/exchange/commands/import-project";
import { undoProjectImport, UndoProjectImportInput } from "@/lib/tag/exchange/commands/undo-project-import";
import { packPayload, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { POSITION_UNITS } from "@/lib/tag/exchange/positions/positions";
import { Incoming } from "@/lib/tag/exchange/incoming";
import { previewProjectFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { exchangeAction } from "../../themes/exchange/exchange-action";
import { projectWords } from "./project-words";

const Confirmed = z.object({
  payload: z.string(),
  newCodes: z.string().optional(),
  strangers: z.string().optional(),
});

const Reading = z.object({
  unit: z.enum(POSITION_UNITS).nullable().catch(null),
  readingOf: z.string().catch(""),
});

const run = exchangeAction(
  async (viewer, { id }, bytes, fields) => {
    const fileDigest = Buffer.from(sha256(bytes)).toString("hex");
    const { unit, readingOf } = Reading.parse(fields);
    const chosen = readingOf === fileDigest ? unit : null;
    const { file, preview } = await previewProjectFile(viewer, id, bytes, chosen);
    const words = projectWords(file, preview, { chosen, fileDigest });
    // Nothing is sent back that could be imported before it is known where it belongs.
    const payload = words.submitLabel === null ? "" : packPayload(preview.incoming);
    return { ...words, payload, fingerprint: "" };
  },
  async (viewer, { id: reviewId, slug }, fields) => {
    const { payload, newCodes, strangers } = Confirmed.parse(fields);
    const input = { reviewId, incoming: unpackPayload(payload, Incoming), newCodes, strangers };
    const { importId, ...done } = await importProject(viewer, ImportProjectInput.parse(input));
    const counts = { import: importId, ...done };
    const query = Object.entries(counts).map(([name, count]) => [name, String(count)]);
    return `/reviews/${slug}/coding/exchange?${new URLSearchParams(query)}`;
  },
);

export async function bringInProject(state: ExchangeState, data: FormData): Promise<ExchangeState> {
  return run(state, data);
}

export const takeImportBack = formAction(UndoProjectImportInput, undoProjectImport, () => {
  refresh();
  return { ok: true, message: "The import was undone." };
});
