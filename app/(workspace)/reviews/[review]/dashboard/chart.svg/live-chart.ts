import type { Viewer } from "@/lib/access/policy";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import { coOccurrence } from "@/lib/aggregate/live/co-occurrence";
import { compareTables } from "@/lib/aggregate/live/comparison";
import { filterInShort, filterSentence } from "@/lib/aggregate/live/filter-words";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { countPairs } from "@/lib/aggregate/live/queries/pair-counts";
import { listSpokenThemes } from "@/lib/aggregate/live/queries/spoken-themes";
import { shuffledSaturation } from "@/lib/aggregate/live/saturation";
import { comparisonPicture, themesPicture } from "@/lib/aggregate/take-away/picture/bar-pictures";
import type { Picture } from "@/lib/aggregate/take-away/picture/picture";
import { saturationPicture } from "@/lib/aggregate/take-away/picture/saturation-picture";
import { heatPicture, pairsHeatMap } from "@/lib/aggregate/take-away/picture/table-pictures";
import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { formatInstant } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { livePageHref } from "../../live/live-frame";
import { readRule, SHUFFLE_SEED, shufflesFor } from "../../live/saturation/read-rule";
import { asked, type Asked } from "../address";
import { readLive, type AskedLive } from "../read-live";
import type { MadeChart } from "./made-chart";

type Place = { viewer: Viewer; review: Review; live: AskedLive; table: ThemeTable; query: Asked };

/** A chart of live figures, for facilitators. */
export async function liveChart(viewer: Viewer, review: Review, query: Asked): Promise<MadeChart> {
  const live = await readLive(viewer, review.id, query);
  const { filter } = live.first;
  const table = await liveFigures(viewer, review.id, filter);
  const chart = asked(query, "chart") ?? "themes";
  const { picture, title } = await drawn(chart, { viewer, review, live, table, query });
  const page = chart === "together" || chart === "saturation" ? chart : "themes";
  return {
    picture,
    about: {
      title,
      scope: `${review.title}. ${filterSentence(filter, live.titles, table.scope.roundtables)}`,
      from: `Live figures of ${formatInstant(new Date())}, not released, for facilitators alone`,
      link: `${appUrl()}${livePageHref(review.slug, page, live.fields)}`,
    },
    name: `${review.slug}-live-${chart}`,
    subject: { subjectType: "review", subjectId: review.id },
  };
}

async function drawn(chart: string, place: Place): Promise<{ picture: Picture; title: string }> {
  const { viewer, review, live, table } = place;
  const { filter } = live.first;
  switch (chart) {
    case "themes":
      return { picture: themesPicture(table), title: "Themes by how many people raised them" };
    case "comparison":
      return ofTwoGroups(place);
    case "together": {
      const pairs = coOccurrence(table, await countPairs(viewer, review.id, filter));
      return {
        picture: heatPicture(pairsHeatMap(pairs)),
        title: "People who raised both themes, out of those who raised either",
      };
    }
    case "saturation":
      return ofSaturation(place);
    default:
      throw notFound("chart");
  }
}

async function ofTwoGroups({ viewer, review, live, table }: Place) {
  const { first, second, titles } = live;
  if (!second) throw notFound("second group");
  const compared = await liveFigures(viewer, review.id, second.filter);
  const groups = [
    filterInShort(first.filter, titles, table.scope.roundtables),
    filterInShort(second.filter, titles, compared.scope.roundtables),
  ] as const;
  return {
    picture: comparisonPicture(compareTables(table, compared), groups),
    title: "Themes in two groups, by how many people raised them",
  };
}

async function ofSaturation({ viewer, review, live, query }: Place) {
  const people = await listSpokenThemes(viewer, review.id, live.first.filter);
  const draw = { shuffles: shufflesFor(people.length), seed: SHUFFLE_SEED };
  const shuffled = shuffledSaturation(people, readRule(query), draw);
  return {
    picture: saturationPicture(people, shuffled),
    title: "How many themes had been raised, person by person (no proof of saturation)",
  };
}
