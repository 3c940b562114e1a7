import { randomUUID } from "node:crypto";
import { Link } from "@/components/ui/link";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import { Details } from "@/components/ui/details";
import type { Viewer } from "@/lib/access/policy";
import { listSavedViews } from "@/lib/aggregate/live/queries/saved-views";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { saveThisView } from "../live/actions";
import { dashboardHref } from "./address";

type Props = { viewer: Viewer; review: Review; fields: readonly [name: string, value: string][] };

/** The views that facilitators of the review have saved, and a form that saves this one. */
export async function SavedViews({ viewer, review, fields }: Props) {
  const views = await listSavedViews(viewer, review.id);
  const here = keyOf(fields);
  return (
    <div className="mt-3 grid gap-2 print:hidden">
      {views.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-meta">
          <span className="font-semibold">Saved views:</span>
          {views.map(({ id, name, fields: shown }) => (
            <Link
              key={id}
              href={dashboardHref(review.slug, { fields: shown })}
              aria-current={keyOf(shown) === here ? "true" : undefined}
            >
              {name}
            </Link>
          ))}
        </p>
      )}
      {fields.length > 0 && (
        <Details summary="Save this view">
          <Form action={saveThisView} submitLabel="Save view" submitVariant="quiet">
            <input type="hidden" name="reviewId" value={review.id} />
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="shows" value={new URLSearchParams([...fields]).toString()} />
            <TextInput
              name="name"
              label="Name"
              hint="All facilitators of the review see it under this name. Do not name a participant."
            />
          </Form>
        </Details>
      )}
    </div>
  );
}

const keyOf = (fields: readonly [string, string][]) =>
  fields
    .map((pair) => pair.join("="))
    .sort()
    .join("&");
