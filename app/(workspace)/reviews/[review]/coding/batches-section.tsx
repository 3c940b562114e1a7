import { Form } from "@/components/ui/form/form";
import type { Viewer } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { listBatches } from "@/lib/tag/coding/queries/batches";
import { takeBatchBack } from "./batch/actions";

/** The viewer's batches, to undo them, even where merges have moved their contributions since. */
export async function BatchesSection({ viewer, reviewId }: { viewer: Viewer; reviewId: string }) {
  const batches = await listBatches(viewer, reviewId);
  if (batches.length === 0) return null;
  return (
    <section aria-labelledby="batches" className="mt-6 border-t border-line pt-4">
      <h3 id="batches">Themes you set on all contributions of a search</h3>
      <ul className="max-w-measure">
        {batches.map(({ id, at, themeTitle, contributions }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-4 border-b border-faint py-2"
          >
            <span>
              {themeTitle}, on {countOf(contributions, "contribution")}
              <span className="block text-sm text-soft">{formatInstant(at)}</span>
            </span>
            <Form
              action={takeBatchBack}
              submitLabel={`Remove ${themeTitle}`}
              submitVariant="quiet"
              className="[&>div]:mt-0"
            >
              <input type="hidden" name="id" value={id} />
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
