import type { ExchangePreview } from "@/components/tag/exchange/exchange-state";
import { countOf } from "@/lib/platform/count-words";
import type { CodebookPlan } from "@/lib/tag/exchange/codebook-plan";
import type { CodebookUpload } from "@/lib/tag/exchange/file/read-codebook-file";

type Words = Omit<ExchangePreview, "payload" | "fingerprint">;

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
            `${countOf(retired.length, "theme")} in the file, retired here and not changed: ${known(retired).join(", ")}.`,
          ]
        : []),
      ...(otherSlug.length > 0
        ? [
            `${countOf(otherSlug.length, "theme")} with a different slug in the file. The address here does not change, because people may have saved it: ${known(otherSlug).join(", ")}.`,
          ]
        : []),
      ...(does || problems.length > 0 ? [] : ["It would not change anything."]),
    ],
    lists: [
      { title: "Themes to add", items: titles(added) },
      {
        title: "Themes to change",
        items: changed.map(({ known: now, theme }) =>
          now.title === theme.title ? now.title : `${now.title}, which becomes ${theme.title}`,
        ),
      },
      {
        title: "Themes to move",
        items: moved.map(({ known: now, under }) =>
          under === null ? `${now.title}, to the top` : `${now.title}, under ${titleOf(under) ?? under}`,
        ),
      },
      { title: "Themes with a new colour", items: known(recoloured) },
      { title: "Themes that are not in the file", items: titles(absent) },
    ],
    choices:
      changed.length > 0
        ? [
            {
              name: "changes",
              label: "What the new wording changes",
              hint: "If it changes what belongs under a theme, its taggings need to be checked again.",
              options: [
                { value: "meaning", label: "What belongs under the themes" },
                { value: "wording", label: "Only the wording" },
              ],
              defaultValue: "meaning",
            },
          ]
        : [],
    submitLabel: does ? "Import this codebook" : null,
  };
}
