import type { ExchangePreview } from "@/components/tag/exchange/exchange-state";
import { countOf } from "@/lib/platform/text/count-words";
import type { CodebookPlan } from "@/lib/tag/exchange/codebook-plan";
import type { CodebookUpload } from "@/lib/tag/exchange/codebook-file/read-codebook-file";

type Words = Omit<ExchangePreview, "payload" | "fingerprint">;

/** What a codebook file would do to the themes, in words. */
export function codebookWords(file: CodebookUpload, plan: CodebookPlan): Words {
  const { added, changed, moved, recoloured } = plan;
  const problems = [...file.problems, ...plan.problems].map(
    ({ row, message }) => `${file.place} ${row.toLocaleString("en-GB")}: ${message}`,
  );
  const does = added.length + changed.length + moved.length + recoloured.length > 0 && problems.length === 0;
  return {
    title: file.themes.length === 0 ? "This file" : `This file has ${countOf(file.themes.length, "theme")}`,
    rows: rowsOf(plan),
    problems,
    warnings: [
      ...file.warnings,
      ...warningsOf(plan),
      ...(does || problems.length > 0 ? [] : ["It would not change anything."]),
    ],
    lists: listsOf(plan),
    choices: changed.length > 0 ? [WORDING_CHOICE] : [],
    submitLabel: does ? "Import this codebook" : null,
  };
}

/** Only the lead knows whether new words are another meaning. */
const WORDING_CHOICE: Words["choices"][number] = {
  name: "changes",
  label: "What the new wording changes",
  hint: "If it changes what belongs under a theme, its taggings need to be checked again.",
  options: [
    { value: "meaning", label: "What belongs under the themes" },
    { value: "wording", label: "Only the wording" },
  ],
  defaultValue: "meaning",
};

/** How many themes of the file meet which end. */
function rowsOf({ added, changed, moved, recoloured, unchanged, absent }: CodebookPlan): Words["rows"] {
  return [
    { key: "Added", value: countOf(added.length, "theme") },
    { key: "Changed", value: countOf(changed.length, "theme") },
    { key: "Moved", value: countOf(moved.length, "theme") },
    { key: "In another colour", value: countOf(recoloured.length, "theme") },
    { key: "Unchanged", value: countOf(unchanged.length, "theme") },
    { key: "Not in the file", value: `${countOf(absent.length, "theme")}, left as they are` },
  ];
}

/** What the file says that is not followed. */
function warningsOf({ retired, otherSlug }: CodebookPlan): string[] {
  const warnings: string[] = [];
  if (retired.length > 0)
    warnings.push(
      `${countOf(retired.length, "theme")} in the file, retired here and not changed: ${titlesHere(retired).join(", ")}.`,
    );
  if (otherSlug.length > 0)
    warnings.push(
      `${countOf(otherSlug.length, "theme")} with a different slug in the file. The address here does not change, because people may have saved it: ${titlesHere(otherSlug).join(", ")}.`,
    );
  return warnings;
}

/** The themes by name, under what happens to them. */
function listsOf(plan: CodebookPlan): Words["lists"] {
  const { added, changed, moved, recoloured, absent } = plan;
  return [
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
        under === null ? `${now.title}, to the top` : `${now.title}, under ${titleInFile(plan, under)}`,
      ),
    },
    { title: "Themes with a new colour", items: titlesHere(recoloured) },
    { title: "Themes that are not in the file", items: titles(absent) },
  ];
}

function titles(themes: readonly { title: string }[]): string[] {
  return themes.map(({ title }) => title);
}

function titlesHere(matches: CodebookPlan["retired"]): string[] {
  return titles(matches.map(({ known }) => known));
}

/** The title that the file gives the theme with this slug; the slug itself where no theme of it has one. */
function titleInFile({ added, changed, unchanged, moved, recoloured }: CodebookPlan, slug: string): string {
  const matched = [...changed, ...unchanged, ...moved, ...recoloured].map(({ theme }) => theme);
  return [...added, ...matched].find((theme) => theme.slug === slug)?.title ?? slug;
}
