import type { Metadata } from "next";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/form/radios";
import { countOf } from "@/lib/platform/text/count-words";
import { countTaggingsByMeaning } from "@/lib/tag/recoding/queries/theme-history";
import { saveTheme } from "../../actions";
import { ThemeFields } from "../../theme-fields";
import { readThemeToChange } from "../read-theme";
import { ThemeText } from "../theme-text";

export const metadata: Metadata = { title: "Change a theme" };

type Props = PageProps<"/reviews/[review]/themes/[theme]/change">;

export default async function ChangeThemePage({ params }: Props) {
  const { viewer, review, theme, crumbs } = await readThemeToChange(params);
  const counts = await countTaggingsByMeaning(viewer, theme);
  return (
    <>
      <PageHeader
        title={`Change “${theme.title}”`}
        breadcrumb={[...crumbs, { label: "Change" }]}
        meta="We keep what it said before. Contributions keep the theme."
      />
      <section aria-labelledby="now" className="mb-8 border-l-2 border-line pl-4">
        <h2 id="now" className="text-subheading">
          What it says now
        </h2>
        <ThemeText theme={theme} />
      </section>
      <Form action={saveTheme} submitLabel="Save theme">
        <input type="hidden" name="id" value={theme.id} />
        <input type="hidden" name="revision" value={theme.revision} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <ThemeFields theme={theme} />
        <Radios
          name="changes"
          label="What does this change?"
          defaultValue="meaning"
          options={[
            { value: "meaning", label: "What belongs here", hint: staleWords(counts) },
            {
              value: "wording",
              label: "Only the wording",
              hint: "The same contributions belong here as before. Changing only the title or the signal words never changes what belongs here.",
            },
          ]}
        />
      </Form>
    </>
  );
}

function staleWords({ fresh, stale }: { fresh: number; stale: number }): string {
  if (fresh + stale === 0)
    return "The theme is not on any contribution yet, so there is nothing to check again.";
  const waiting = stale > 0 ? ` ${stale.toLocaleString("en-GB")} are already waiting.` : "";
  if (fresh === 0)
    return `Everybody’s taggings are already waiting to be checked: ${stale.toLocaleString("en-GB")}.`;
  return `${countOf(fresh, "tagging")} would need to be checked again.${waiting} They still count until then.`;
}
