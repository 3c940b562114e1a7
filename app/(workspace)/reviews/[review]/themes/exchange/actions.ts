"use server";

import { z } from "zod";
import type { ExchangeState } from "@/components/tag/exchange/exchange-state";
import { importCodebook, ImportCodebookInput } from "@/lib/tag/exchange/commands/import-codebook";
import { packPayload, fingerprintOf, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { FileTheme } from "@/lib/tag/exchange/codebook-plan";
import { previewCodebookFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { codebookWords } from "./codebook-words";
import { exchangeAction } from "./exchange-action";

const Confirmed = z.object({ payload: z.string(), fingerprint: z.string(), changes: z.string().optional() });

const run = exchangeAction(
  async (viewer, { id }, bytes) => {
    const { file, plan } = await previewCodebookFile(viewer, id, bytes);
    return {
      ...codebookWords(file, plan),
      payload: packPayload(file.themes),
      fingerprint: fingerprintOf(plan),
    };
  },
  async (viewer, { id: reviewId, slug }, fields) => {
    const { payload, fingerprint, changes } = Confirmed.parse(fields);
    const themes = unpackPayload(payload, z.array(FileTheme));
    const done = await importCodebook(
      viewer,
      ImportCodebookInput.parse({ reviewId, themes, fingerprint, changes }),
    );
    const counts = Object.entries(done).map(([name, count]) => [name, String(count)]);
    return `/reviews/${slug}/themes/exchange?${new URLSearchParams(counts)}`;
  },
);

export async function bringInCodebook(state: ExchangeState, data: FormData): Promise<ExchangeState> {
  return run(state, data);
}
