"use server";

import { z } from "zod";
import { exchangeAction } from "@/app/(workspace)/reviews/[review]/themes/exchange/exchange-action";
import type { ExchangeState } from "@/components/tag/exchange/exchange-state";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { takeWordFile } from "@/lib/comment/thread/commands/take-word-file";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { Refusal } from "@/lib/platform/errors";
import { getReport } from "@/lib/report/draft/queries/reports";
import { CHANGED_SINCE } from "@/lib/report/returned/commands/take-suggestions";
import { planReturn } from "@/lib/report/returned/plan-return";
import { readReturnSource } from "@/lib/report/returned/queries/return-source";
import { readWord } from "@/lib/report/returned/read-word";
import { ReturnedFile } from "@/lib/report/returned/returned-file";
import { fingerprintOf, packPayload, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { reportPath } from "../../shown-report";
import { returnWords } from "./return-words";

const Confirmed = z.object({ payload: z.string(), fingerprint: z.string() });

/** Shows what a Word file that came back would change in the draft, and then takes it in. */
export async function bringBackWord(
  slug: string,
  state: ExchangeState,
  data: FormData,
): Promise<ExchangeState> {
  const run = exchangeAction(
    async (viewer, { id }, bytes) => {
      const report = await getReport(viewer, id, slug);
      requireCan(viewer, "report.write", report);
      const file = await readWord(bytes);
      const planned = await planFor(viewer, id, slug, file);
      return {
        ...returnWords(file, planned),
        payload: packPayload(file),
        fingerprint: fingerprintOf(planned.plan),
      };
    },
    async (viewer, { id }, fields) => {
      const { payload, fingerprint } = Confirmed.parse(fields);
      const file = unpackPayload(payload, ReturnedFile);
      const { report, source, plan } = await planFor(viewer, id, slug, file);
      if (fingerprintOf(plan) !== fingerprint) throw new Refusal("stale", CHANGED_SINCE);
      const [reportId, versionId] = [report.id, source.version.id];
      const { suggestions, added, comments } = plan;
      await takeWordFile(viewer, { reportId, versionId, suggestions, added, comments });
      return plan.suggestions.length + plan.added.length > 0
        ? `${reportPath(report)}/edit`
        : `${reportPath(report)}/comments`;
    },
  );
  return run(state, data);
}

async function planFor(viewer: Viewer, reviewId: string, slug: string, file: ReturnedFile) {
  const report = await getReport(viewer, reviewId, slug);
  const source = await readReturnSource(viewer, report, file);
  const threads = await listComments(viewer, report);
  const comments = threads.flatMap(({ id, body, replies }) => [
    { id, body, parentId: null },
    ...replies.map((reply) => ({ id: reply.id, body: reply.body, parentId: id })),
  ]);
  return { report, source, plan: planReturn(file, { ...source, comments }) };
}
