"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { FormState } from "@/lib/platform/result";
import { addTheme } from "@/lib/tag/commands/add-theme";
import { changeTheme } from "@/lib/tag/commands/change-theme";
import { restoreTheme, retireTheme } from "@/lib/tag/commands/retire-theme";
import { NewThemeInput, ThemeChangeInput, ThemeIdInput } from "@/lib/tag/theme";

/** Where the form stands, so that the way on can be found; it decides nothing else. */
const At = z.object({ reviewSlug: z.string() });

export const createTheme = formAction(NewThemeInput.extend(At.shape), addTheme, ({ slug }, { reviewSlug }) =>
  redirect(`/reviews/${reviewSlug}/themes/${slug}`),
);

const save = formAction(ThemeChangeInput.extend(At.shape), changeTheme, ({ slug }, { reviewSlug }) =>
  redirect(`/reviews/${reviewSlug}/themes/${slug}`),
);

/** After a refusal the page is read again, so that what stands now is shown beside what was typed. */
export async function saveTheme(state: FormState, data: FormData): Promise<FormState> {
  const next = await save(state, data);
  if (next && !next.ok) refresh();
  return next;
}

export const retire = formAction(ThemeIdInput, retireTheme, () => {
  refresh();
  return { ok: true };
});

export const restore = formAction(ThemeIdInput, restoreTheme, () => {
  refresh();
  return { ok: true };
});
