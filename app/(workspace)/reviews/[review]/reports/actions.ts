"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import type { FormState } from "@/lib/platform/result";
import { EditBlockForm } from "@/lib/report/draft/block-form";
import { addBlock, moveBlock, removeBlock, restoreBlock } from "@/lib/report/draft/commands/arrange-blocks";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/version/commands/publish-report";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { restoreVersion } from "@/lib/report/version/commands/restore-version";
import { withdrawVersion } from "@/lib/report/version/commands/withdraw-version";
import { bindRelease } from "@/lib/report/draft/commands/bind-release";
import { countOf } from "@/lib/platform/text/count-words";
import { endWaiver, waiveCheck } from "@/lib/report/check/commands/waive-check";
import { WaiveInput, WaiverRef } from "@/lib/report/check/waiver";
import { setClaimEvidence } from "@/lib/report/draft/commands/set-claim-evidence";
import { EvidenceForm } from "@/lib/report/draft/evidence-form";
import {
  AddBlockInput,
  BindInput,
  BlockRef,
  DraftInput,
  MoveBlockInput,
  PublishForm,
  ReportRef,
  SaveVersionInput,
  VersionRef,
  WithdrawInput,
  type PublishInput,
} from "@/lib/report/draft/report";

/** Where to go afterwards: only an address below the reports of a review. */
const Next = z.object({ next: z.string().regex(/^\/reviews\/[a-z0-9-]+\/reports\/[\w/#-]+$/i) });

function shown(message: string) {
  refresh();
  return { ok: true as const, message };
}

const WithReview = DraftInput.and(z.object({ reviewSlug: z.string().regex(/^[a-z0-9-]+$/i) }));

export const generate = formAction(WithReview, generateDraft, ({ slug }, { reviewSlug }) =>
  redirect(`/reviews/${reviewSlug}/reports/${slug}`),
);

const saveBlock = formAction(EditBlockForm.and(Next), editBlock, (_result, { next }) => redirect(next));

/** After a refusal the page is read again, so that it shows what somebody else wrote meanwhile. */
export async function edit(state: FormState, data: FormData): Promise<FormState> {
  const result = await saveBlock(state, data);
  if (result && !result.ok && "revision" in result.fieldErrors) refresh();
  return result;
}

export const add = formAction(AddBlockInput.and(Next), addBlock, ({ id }, { next }) =>
  redirect(`${next}/${id}`),
);
export const remove = formAction(BlockRef, removeBlock, () => shown("Removed."));
export const restore = formAction(BlockRef, restoreBlock, () => shown("Restored."));
export const move = formAction(MoveBlockInput, moveBlock, () => shown("Moved."));

export const bind = formAction(BindInput, bindRelease, ({ changed }) =>
  shown(changed === 0 ? "Bound. No figure changed." : `Bound. ${countOf(changed, "figure")} changed.`),
);

export const waive = formAction(WaiveInput, waiveCheck, () => shown("The check was set aside."));
export const endWaive = formAction(WaiverRef, endWaiver, () => shown("The check is no longer set aside."));

export const evidence = formAction(EvidenceForm, setClaimEvidence, () => shown("The evidence was changed."));

export const save = formAction(SaveVersionInput, saveVersion, ({ number }) =>
  shown(`Saved as version ${number}.`),
);

export const open = formAction(ReportRef, openForComments, ({ number }) =>
  shown(`Version ${number} is out for comment.`),
);

const publishAndShow = (viewer: Viewer, { reportId, audience }: PublishInput) =>
  publishReport(viewer, { reportId, ...(audience ? { audience } : {}) });
export const publish = formAction(PublishForm.and(Next), publishAndShow, (_result, { next }) =>
  redirect(next),
);

const withdrawAndShow = (viewer: Viewer, { versionId, notice }: WithdrawInput) =>
  withdrawVersion(viewer, { versionId, notice });
export const withdraw = formAction(WithdrawInput.and(Next), withdrawAndShow, (_result, { next }) =>
  redirect(next),
);

const restoreAndShow = (viewer: Viewer, { versionId }: VersionRef) => restoreVersion(viewer, { versionId });
export const restoreDraft = formAction(VersionRef.and(Next), restoreAndShow, (_result, { next }) =>
  redirect(next),
);
