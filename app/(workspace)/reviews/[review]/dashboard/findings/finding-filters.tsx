import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import { KindLinks } from "@/components/aggregate/publication/kind-links";
import { kindCounts } from "@/lib/aggregate/publication/finding/finding-kind";
import { formatDate } from "@/lib/platform/text/dates";
import { findingsHref } from "../address";
import type { ReleaseChoice } from "../open-release";
import type { NarrowedFindings } from "./read-findings";

type Props = { review: string; narrowed: NarrowedFindings; releases: readonly ReleaseChoice[] };

/** What findings can be narrowed by: links for their kinds, and a form for the rest, which needs no script. */
export function FindingFilters({ review, narrowed, releases }: Props) {
  const { release, table, kind, theme, area, findings } = narrowed;
  const hrefOf = (to: typeof kind) =>
    findingsHref(review, {
      release: release.number,
      kind: to,
      theme: theme?.slug ?? null,
      area: area?.slug ?? null,
    });
  const areas = table.themes.filter(({ axis }) => axis === "area");
  const optionsOf = (all: string, listed: readonly { slug: string; title: string }[]) => [
    { value: "", label: all },
    ...listed.map(({ slug, title }) => ({ value: slug, label: title })),
  ];
  return (
    <>
      <ScopeChooser
        action={findingsHref(review, {})}
        choices={[
          {
            name: "theme",
            label: "Theme",
            value: theme?.slug ?? "",
            options: optionsOf("All themes", narrowed.themes),
          },
          {
            name: "area",
            label: "DfE area",
            value: area?.slug ?? "",
            options: optionsOf("All areas", areas),
          },
          {
            name: "release",
            label: "Release",
            value: String(release.number),
            options: releases.map(({ number, createdAt }) => ({
              value: String(number),
              label: `Release ${number}, ${formatDate(createdAt)}`,
            })),
          },
        ]}
        fields={kind ? [["kind", kind]] : []}
      />
      <div className="mt-5">
        <KindLinks counts={kindCounts(findings)} current={kind} hrefOf={hrefOf} />
      </div>
    </>
  );
}
