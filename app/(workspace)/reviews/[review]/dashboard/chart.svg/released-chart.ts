import type { Viewer } from "@/lib/access/policy";
import { cellInShort } from "@/lib/aggregate/publication/release-page-data";
import { getRelease, requireOpenRelease } from "@/lib/aggregate/publication/queries/releases";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import { tableOf, type Release, type ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import {
  ATTRIBUTE_WORDS,
  breakdownRows,
  groupWords,
} from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { releasedPicture } from "@/lib/aggregate/take-away/picture/bar-pictures";
import { heatPicture } from "@/lib/aggregate/take-away/picture/table-pictures";
import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { asked, askedNumber, dashboardHref, type Asked } from "../address";
import type { MadeChart } from "./made-chart";

/** A chart of a release: its published figures alone, as its page shows them. */
export async function releasedChart(viewer: Viewer, review: Review, query: Asked): Promise<MadeChart> {
  const number = askedNumber(query, "release");
  if (number === null) throw notFound("release");
  const { id: subjectId } = await requireOpenRelease(viewer, review.id, number);
  const slug = asked(query, "roundtable");
  const release = await getRelease(viewer, review.id, number, { roundtable: slug });
  const table = tableOf(release, slug);
  if (!table) throw notFound("roundtable");
  const by = asked(query, "by");
  const { picture, title } =
    by === null ? ofThemes(table, asked(query, "theme")) : ofGroups(release, table, by);
  const address = { release: number, roundtable: slug, by };
  return {
    picture,
    about: {
      title,
      scope: `${review.title}. ${table.roundtable?.title ?? "All roundtables of the release"}. ${presentInWords(table)}.`,
      from: `Release ${number} of ${formatDate(release.createdAt)}. Figures are rounded; small numbers are words`,
      link: `${appUrl()}${dashboardHref(review.slug, address)}`,
    },
    name: [review.slug, "release", number, by ?? asked(query, "theme") ?? "themes"].join("-"),
    subject: { subjectType: "release", subjectId, version: number },
  };
}

function ofThemes({ themes }: ReleasedTable, slug: string | null) {
  const shown = themes.filter((theme) => (slug === null ? theme.axis === "theme" : theme.slug === slug));
  if (shown.length === 0) throw notFound("theme");
  const only = slug === null ? undefined : shown[0];
  return {
    picture: releasedPicture({ themes: shown }),
    title: only ? `${only.title}: people by stance` : "Themes: people by stance",
  };
}

function ofGroups({ breakdowns }: Release, { themes }: ReleasedTable, by: string) {
  const breakdown = breakdowns.find(({ attribute }) => attribute === by);
  if (!breakdown) throw notFound("breakdown");
  const rows = breakdownRows(
    breakdown,
    themes.filter(({ axis }) => axis === "theme"),
  );
  return {
    picture: heatPicture({
      key: "A darker cell stands for a larger share of the group.",
      columns: breakdown.groups.map(({ group, present }) => `${groupWords(group)}, of ${present}`),
      rows: rows.map(({ theme, figures }) => ({ title: theme.title, cells: figures.map(cellInShort) })),
    }),
    title: `People who raised each theme, by ${ATTRIBUTE_WORDS[breakdown.attribute]}`,
  };
}
