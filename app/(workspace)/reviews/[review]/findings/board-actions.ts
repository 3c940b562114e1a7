"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import { mergeFindings } from "@/lib/synthesise/board/commands/merge-findings";
import { splitFinding } from "@/lib/synthesise/board/commands/split-finding";
import { MergeFindingsInput, SplitFindingInput } from "@/lib/synthesise/board/finding-change";

/** The board of the theme comes next, where the step can be undone; they decide nothing else. */
const At = { reviewSlug: z.string().max(200), themeSlug: z.string().max(200) };

const boardOf = ({ reviewSlug, themeSlug }: { reviewSlug: string; themeSlug: string }) =>
  `/reviews/${reviewSlug}/findings/board/${themeSlug}`;

export const split = formAction(SplitFindingInput.extend(At), splitFinding, (_, at) => redirect(boardOf(at)));

export const merge = formAction(MergeFindingsInput.extend(At), mergeFindings, (_, at) =>
  redirect(boardOf(at)),
);
