"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { FormState, FormSuccess } from "@/lib/platform/result";
import { UndoChangeInput } from "@/lib/tag/codebook/codebook-change";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { restoreTheme, retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { addExample, removeExample } from "@/lib/tag/recoding/commands/set-example";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { AddExampleInput, RemoveExampleInput } from "@/lib/tag/recoding/example";
import {
  MergeThemesInput,
  MoveThemeInput,
  NewThemeInput,
  PlaceThemeInput,
  ThemeChangeInput,
  ThemeIdInput,
} from "@/lib/tag/codebook/theme-input";

/** The page of the form, for the next address; it decides nothing else. */
const At = z.object({ reviewSlug: z.string() });

function toTheme({ slug }: { slug: string }, { reviewSlug }: z.output<typeof At>): never {
  redirect(`/reviews/${reviewSlug}/themes/${slug}`);
}

/** The page shows the present state; `message` says what was done. */
function readAgain(message?: string): FormSuccess {
  refresh();
  return { ok: true, ...(message ? { message } : {}) };
}

export const createTheme = formAction(NewThemeInput.extend(At.shape), addTheme, toTheme);

const save = formAction(ThemeChangeInput.extend(At.shape), changeTheme, toTheme);

/** After a refusal the page is read again, so that it shows the present version with the typed text. */
export async function saveTheme(state: FormState, data: FormData): Promise<FormState> {
  const next = await save(state, data);
  if (next && !next.ok) refresh();
  return next;
}

export const place = formAction(PlaceThemeInput, placeTheme, () => readAgain());
export const move = formAction(MoveThemeInput, placeTheme, () => readAgain());
export const merge = formAction(MergeThemesInput.extend(At.shape), mergeThemes, toTheme);
export const retireAfterPreview = formAction(ThemeIdInput.extend(At.shape), retireTheme, toTheme);
export const retire = formAction(ThemeIdInput, retireTheme, () => readAgain());
export const restore = formAction(ThemeIdInput, restoreTheme, () => readAgain());
export const undoChange = formAction(UndoChangeInput, undoCodingChange, () => readAgain());
export const exemplify = formAction(AddExampleInput, addExample, () => readAgain("Added to the examples."));
export const dropExample = formAction(RemoveExampleInput, removeExample, () => readAgain());
