"use server";

import { redirect } from "next/navigation";
import type { SplitCounts } from "@/components/tag/recoding/split-preview";
import type { SplitState } from "@/components/tag/recoding/split-form";
import { textValues } from "@/components/ui/form/sending";
import { formAction } from "@/lib/access/form-action";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { sha256 } from "@/lib/platform/digest";
import { splitTheme } from "@/lib/tag/recoding/commands/split-theme";
import { previewSplit } from "@/lib/tag/recoding/queries/codebook-preview";
import { SplitThemeForm, type SplitThemeInput } from "@/lib/tag/codebook/theme-input";

type Where = { reviewId: string; reviewSlug: string };

/** Previews what the split affects, or does it where exactly this was previewed and confirmed. */
export async function split(where: Where, _state: SplitState, data: FormData): Promise<SplitState> {
  const { confirm, seen, ...values } = textValues(data);
  const sent = digestOf(values);
  if (confirm && seen === sent) return refusalOf(await confirmed(where)(null, data));

  let preview: SplitCounts | undefined;
  const look = formAction(SplitThemeForm, async (viewer, input) => {
    preview = await countsOf(viewer, where, input);
  });
  const refusal = refusalOf(await look(null, data));
  if (refusal || !preview) return refusal;
  return { ok: false, fieldErrors: {}, values, preview, seen: sent };
}

function confirmed({ reviewSlug }: Where) {
  return formAction(SplitThemeForm, splitTheme, ({ slug }) =>
    redirect(`/reviews/${reviewSlug}/themes/${slug}`),
  );
}

async function countsOf(viewer: Viewer, { reviewId }: Where, input: SplitThemeInput): Promise<SplitCounts> {
  requireCan(viewer, "codebook.change", { reviewId });
  const counts = await previewSplit(viewer, { id: input.id, reviewId }, input);
  return { ...counts, newTitle: input.title };
}

function refusalOf(state: Awaited<ReturnType<ReturnType<typeof formAction>>>): SplitState {
  return state && !state.ok ? state : null;
}

function digestOf(values: Record<string, string | string[]>): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(sha256(JSON.stringify(sorted))).toString("hex");
}
