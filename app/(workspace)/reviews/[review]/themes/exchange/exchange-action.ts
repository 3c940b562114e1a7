import { redirect } from "next/navigation";
import type { ExchangePreview, ExchangeState } from "@/components/tag/exchange/exchange-state";
import type { Viewer } from "@/lib/access/policy";
import { noteRefusal } from "@/lib/access/reading";
import { requireViewer } from "@/lib/access/viewer";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { getReview, type Review } from "@/lib/review/settings/queries/reviews";
import { Refusal } from "@/lib/platform/errors";

/** `fields` are what was chosen with the file. */
type Look = (
  viewer: Viewer,
  review: Review,
  bytes: Uint8Array,
  fields: Record<string, unknown>,
) => Promise<ExchangePreview>;
/** Does what was previewed, and returns the address of the page that says so. */
type Confirm = (viewer: Viewer, review: Review, fields: Record<string, unknown>) => Promise<string>;

/**
 * A form of two steps: a file is previewed, then what was read from it, sent back by the page, is imported.
 */
export function exchangeAction(look: Look, confirm: Confirm) {
  return async (_state: ExchangeState, data: FormData): Promise<ExchangeState> => {
    let done: string;
    try {
      const viewer = await requireViewer();
      const review = await getReview(viewer, textOf(data, "reviewSlug"));
      const fields = Object.fromEntries([...data].filter(([name]) => !name.startsWith("$")));
      if (!data.has("payload")) {
        const preview = await look(viewer, review, await bytesOf(data.get("file")), fields);
        return { refusal: null, preview };
      }
      done = await confirm(viewer, review, fields);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await noteRefusal(error);
      const { message, fieldErrors } = error;
      const aboutFile = Object.keys(fieldErrors).length > 0;
      return {
        preview: null,
        refusal: { ok: false, ...(aboutFile ? {} : { message }), fieldErrors, values: {} },
      };
    }
    redirect(done);
  };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

async function bytesOf(file: FormDataEntryValue | null): Promise<Uint8Array> {
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) throw refusedFile("Choose a file");
  return new Uint8Array(await file.arrayBuffer());
}
