"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import { deleteView, renameView, restoreView, saveView } from "@/lib/aggregate/live/commands/save-view";
import { RenameViewInput, SaveViewInput, ViewInput } from "@/lib/aggregate/live/saved-view";

/** Where the list of saved views is; it decides nothing else. */
const At = { reviewSlug: z.string().max(200) };

const viewsOf = (reviewSlug: string, query = "") => `/reviews/${reviewSlug}/live/views${query}`;

export const saveThisView = formAction(SaveViewInput, saveView, (_, { name }) => ({
  ok: true,
  message: `“${name}” is saved. All facilitators of the review find it here.`,
}));

export const rename = formAction(RenameViewInput.extend(At), renameView, (_, { reviewSlug }) =>
  redirect(viewsOf(reviewSlug)),
);

export const remove = formAction(ViewInput.extend(At), deleteView, ({ id }, { reviewSlug }) =>
  redirect(viewsOf(reviewSlug, `?deleted=${id}`)),
);

export const restore = formAction(ViewInput.extend(At), restoreView, (_, { reviewSlug }) =>
  redirect(viewsOf(reviewSlug)),
);
