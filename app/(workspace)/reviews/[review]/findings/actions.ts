"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { FormState } from "@/lib/platform/result";
import { attachEvidence, attachContributions } from "@/lib/synthesise/finding/commands/attach-evidence";
import { detachEvidence } from "@/lib/synthesise/finding/commands/detach-evidence";
import { editFinding } from "@/lib/synthesise/finding/commands/edit-finding";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import {
  AttachEvidenceInput,
  AttachContributionsInput,
  BearingField,
  DetachEvidenceInput,
} from "@/lib/synthesise/finding/evidence-input";
import {
  FindingEditInput,
  NewFindingInput,
  WithdrawFindingInput,
} from "@/lib/synthesise/finding/finding-input";

/** The page of the form, for the next address; it decides nothing else. */
const At = { reviewSlug: z.string() };

/** Where the finding is written from a roundtable, its contributions are offered first. */
const From = { ...At, roundtable: z.string().max(200).optional() };

export const createFinding = formAction(
  NewFindingInput.extend(From),
  writeFinding,
  ({ id }, { reviewSlug, roundtable }) => {
    const offered = roundtable ? `?${new URLSearchParams({ roundtable }).toString()}#attach` : "";
    return redirect(`/reviews/${reviewSlug}/findings/${id}${offered}`);
  },
);

const save = formAction(FindingEditInput.extend(At), editFinding, ({ id }, { reviewSlug }) =>
  redirect(`/reviews/${reviewSlug}/findings/${id}`),
);

/** After a refusal the page is read again, so that it shows the present version with the typed text. */
export async function saveFinding(state: FormState, data: FormData): Promise<FormState> {
  const next = await save(state, data);
  if (next && !next.ok) refresh();
  return next;
}

const takeBack = formAction(WithdrawFindingInput.extend(At), withdrawFinding, (_, { reviewSlug }) =>
  redirect(`/reviews/${reviewSlug}/findings`),
);

export async function withdraw(state: FormState, data: FormData): Promise<FormState> {
  const next = await takeBack(state, data);
  if (next && !next.ok) refresh();
  return next;
}

export const attach = formAction(AttachContributionsInput, attachContributions, ({ attached }) => {
  refresh();
  return {
    ok: true,
    message: `${attached} ${attached === 1 ? "contribution was" : "contributions were"} attached.`,
  };
});

export const attachAgain = formAction(
  AttachEvidenceInput.extend(At),
  attachEvidence,
  (_, { reviewSlug, findingId }) => redirect(`/reviews/${reviewSlug}/findings/${findingId}`),
);

/** What was detached is named in the address, so that the page can offer to attach it again. */
export const detach = formAction(
  DetachEvidenceInput.extend({ ...At, bearing: BearingField }),
  detachEvidence,
  ({ findingId }, { reviewSlug, contributionId, bearing }) => {
    const removed = new URLSearchParams({ removed: contributionId, bearing }).toString();
    return redirect(`/reviews/${reviewSlug}/findings/${findingId}?${removed}`);
  },
);
