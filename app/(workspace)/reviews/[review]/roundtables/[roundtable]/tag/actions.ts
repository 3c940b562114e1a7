"use server";

import { formAction } from "@/lib/access/form-action";
import { requireViewer } from "@/lib/access/viewer";
import { Refusal } from "@/lib/platform/errors";
import { changeTaggings } from "@/lib/tag/commands/change-taggings";
import { listTaggings } from "@/lib/tag/queries";
import { TaggingChange, TaggingForm, type TaggingAnswer } from "@/lib/tag/tagging";

const UNREADABLE = "This change could not be read. Load the page again, then set the theme once more.";

/** One change from the keys or the pointer; answers with the line's themes as they now stand. */
export async function sendTagging(change: TaggingChange): Promise<TaggingAnswer> {
  const parsed = TaggingChange.safeParse(change);
  if (!parsed.success) return { ok: false, message: UNREADABLE };
  try {
    const viewer = await requireViewer();
    const { contributionId } = await changeTaggings(viewer, parsed.data);
    const taggings = await listTaggings(viewer, [contributionId]);
    return { ok: true, taggings: taggings.get(contributionId) ?? [] };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

/** The same without JavaScript. */
export const saveTagging = formAction(TaggingForm, changeTaggings);
