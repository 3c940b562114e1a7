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
  const choice = (axis: "theme" | "area", label: string, all: string) => ({
    name: axis,
    label,
    value: (axis === "theme" ? theme : area)?.slug ?? "",
    options: [
      { value: "", label: all },
      ...table.themes
        .filter((one) => one.axis === axis)
        .map(({ slug, title }) => ({ value: slug, label: title })),
    ],
  });
  return (
    <>
      <ScopeChooser
        action={findingsHref(review, {})}
        choices={[
          choice("theme", "Theme", "All themes"),
          choice("area", "DfE area", "All areas"),
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
      >
        {kind && <input type="hidden" name="kind" value={kind} />}
      </ScopeChooser>
      <div className="mt-5">
        <KindLinks counts={kindCounts(findings)} current={kind} hrefOf={hrefOf} />
      </div>
    </>
  );
}
