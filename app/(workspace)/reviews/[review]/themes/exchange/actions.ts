"use server";

import { z } from "zod";
import type { ExchangeState } from "@/components/tag/exchange/exchange-state";
import { importCodebook, ImportCodebookInput } from "@/lib/tag/exchange/commands/import-codebook";
import { carry, printOf, uncarry } from "@/lib/tag/exchange/carried";
import { FileTheme } from "@/lib/tag/exchange/codebook-plan";
import { previewCodebookFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { codebookWords } from "./codebook-words";
import { exchangeAction } from "./exchange-action";

const Confirmed = z.object({ carried: z.string(), print: z.string(), changes: z.string().optional() });

const run = exchangeAction(
  async (viewer, { id }, bytes) => {
    const { file, plan } = await previewCodebookFile(viewer, id, bytes);
    return { ...codebookWords(file, plan), carried: carry(file.themes), print: printOf(plan) };
  },
  async (viewer, { id: reviewId, slug }, fields) => {
    const { carried, print, changes } = Confirmed.parse(fields);
    const themes = uncarry(carried, z.array(FileTheme));
    const done = await importCodebook(
      viewer,
      ImportCodebookInput.parse({ reviewId, themes, print, changes }),
    );
    const counts = Object.entries(done).map(([name, count]) => [name, String(count)]);
    return `/reviews/${slug}/themes/exchange?${new URLSearchParams(counts)}`;
  },
);

export async function bringInCodebook(state: ExchangeState, data: FormData): Promise<ExchangeState> {
  return run(state, data);
}
