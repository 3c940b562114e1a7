import type { ExchangePreview } from "@/components/tag/exchange-state";
import { countOf } from "@/lib/capture/words";
import type { CodebookPlan } from "@/lib/tag/exchange/codebook-plan";
import type { CodebookUpload } from "@/lib/tag/exchange/read-codebook-file";

type Words = Omit<ExchangePreview, "carried" | "print">;

/** What a codebook file would do to the themes, in words. */
export function codebookWords(file: CodebookUpload, plan: CodebookPlan): Words {
  const { added, changed, moved, recoloured, unchanged, otherSlug, retired, absent } = plan;
  const problems = [...file.problems, ...plan.problems].map(
    ({ row, message }) => `${file.place} ${row.toLocaleString("en-GB")}: ${message}`,
  );
  const does = added.length + changed.length + moved.length + recoloured.length > 0 && problems.length === 0;
  const titles = (themes: readonly { title: string }[]) => themes.map(({ title }) => title);
  const known = (matches: CodebookPlan["retired"]) => titles(matches.map((match) => match.known));
  const titleOf = (slug: string | null) =>
    [...added, ...[...changed, ...unchanged, ...moved, ...recoloured].map(({ theme }) => theme)].find(
      (one) => one.slug === slug,
    )?.title;
  return {
    title: file.themes.length === 0 ? "This file" : `This file has ${countOf(file.themes.length, "theme")}`,
    rows: [
      { key: "Added", value: countOf(added.length, "theme") },
      { key: "Changed", value: countOf(changed.length, "theme") },
      { key: "Moved", value: countOf(moved.length, "theme") },
      { key: "In another colour", value: countOf(recoloured.length, "theme") },
      { key: "Unchanged", value: countOf(unchanged.length, "theme") },
      { key: "Not in the file", value: `${countOf(absent.length, "theme")}, left as they are` },
    ],
    problems,
    warnings: [
      ...file.warnings,
      ...(retired.length > 0
        ? [
            `${countOf(retired.length, "theme")} of the file, retired here and left alone: ${known(retired).join(", ")}.`,
          ]
        : []),
      ...(otherSlug.length > 0
        ? [
            `${countOf(otherSlug.length, "theme")} of another slug in the file: the address stays as it is here, since people may have kept it: ${known(otherSlug).join(", ")}.`,
          ]
        : []),
      ...(does || problems.length > 0 ? [] : ["It would change nothing."]),
    ],
    lists: [
      { title: "Themes that are added", items: titles(added) },
      {
        title: "Themes that are changed",
        items: changed.map(({ known: now, theme }) =>
          now.title === theme.title ? now.title : `${now.title}, which becomes ${theme.title}`,
        ),
      },
      {
        title: "Themes that are moved",
        items: moved.map(({ known: now, under }) =>
          under === null ? `${now.title}, to the top` : `${now.title}, under ${titleOf(under) ?? under}`,
        ),
      },
      { title: "Themes that get another colour", items: known(recoloured) },
      { title: "Themes that are not in the file", items: titles(absent) },
    ],
    choices:
      changed.length > 0
        ? [
            {
              name: "changes",
              label: "What the changed texts alter",
              hint: "Where what belongs under a theme is another, its taggings wait for another look.",
              options: [
                { value: "meaning", label: "What belongs under the themes" },
                { value: "wording", label: "Only how they say it" },
              ],
              defaultValue: "meaning",
            },
          ]
        : [],
    submitLabel: does ? "Bring this codebook in" : null,
  };
}
