import type { Metadata } from "next";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/form/select";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { readThemeToChange } from "../read-theme";
import { MergePreview } from "./merge-preview";

export const metadata: Metadata = { title: "Merge a theme" };

const Into = z.string().optional().catch(undefined);

export default async function MergeThemePage({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/themes/[theme]/merge">) {
  const read = await readThemeToChange(params);
  const { viewer, review, theme, home, here, crumbs } = read;
  const slug = Into.parse((await searchParams).into);
  const choices = (await listThemes(viewer, review.id)).filter(
    ({ id, axis }) => id !== theme.id && axis === theme.axis,
  );
  const into = choices.find((choice) => choice.slug === slug);
  return (
    <>
      <PageHeader
        title={`Merge “${theme.title}” into another theme`}
        breadcrumb={[...crumbs, { label: "Merge" }]}
        meta="Use this if two themes mean the same. You can undo it."
      />
      {choices.length === 0 || theme.retired ? (
        <EmptyState title={theme.retired ? "This theme is retired" : "There is no other theme in this list"}>
          {theme.retired
            ? "Restore it before you merge it."
            : "Themes and DfE areas are separate lists, and are not merged with one another."}
        </EmptyState>
      ) : (
        <form action={`${here}/merge`} className="grid gap-4">
          <Select
            name="into"
            label="Which theme keeps the contributions?"
            placeholder="Choose a theme"
            options={choices.map((choice) => ({ value: choice.slug, label: choice.title }))}
            defaultValue={into?.slug ?? ""}
          />
          <div>
            <Button type="submit" variant={into ? "quiet" : "primary"}>
              Preview the change
            </Button>
          </div>
        </form>
      )}
      {into && (
        <MergePreview viewer={viewer} review={review} from={theme} into={into} home={home} back={here} />
      )}
    </>
  );
}
