import { isShown } from "@/lib/aggregate/publication/published-count";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { ATTRIBUTE_WORDS } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { missingGroups } from "@/lib/aggregate/publication/words/compared/group-words";
import { countOf } from "@/lib/platform/text/count-words";

/** What a reader may want to know and the release does not say, each with its reason. */
export function notKnown(release: Release, table: ReleasedTable): string[] {
  return [
    "Not everyone was asked about everything: somebody who did not raise a theme may agree or disagree with it.",
    ...withoutWords(release),
    ...heldBack(release, table),
    ...unheardGroups(release),
    ...unnamedNpqs(release),
  ];
}

function withoutWords({ findings }: Release): string[] {
  const silent = findings.filter(
    ({ contradicts, counterView }) => contradicts.count.is !== "none" && counterView === "",
  ).length;
  if (silent === 0) return [];
  return [
    `What those say who saw it differently has not been put into words for ${countOf(silent, "finding")}.`,
  ];
}

function heldBack({ breakdowns }: Release, { themes }: ReleasedTable): string[] {
  const figures = [
    ...themes.flatMap(({ people, stances }) => [people, ...Object.values(stances)]),
    ...breakdowns.flatMap(({ groups }) => groups.flatMap((group) => Object.values(group.themes))),
  ];
  const hidden = figures.filter((figure) => !isShown(figure)).length;
  if (hidden === 0) return [];
  return [
    `${countOf(hidden, "figure of themes and groups is", "figures of themes and groups are")} not shown, to protect people.`,
  ];
}

function unheardGroups({ breakdowns }: Release): string[] {
  return breakdowns.flatMap((breakdown) => {
    const missing = missingGroups(breakdown);
    if (missing.length === 0) return [];
    return [
      `Nobody or too few people took part to say anything of these groups by ${ATTRIBUTE_WORDS[breakdown.attribute]}: ${missing.join("; ")}.`,
    ];
  });
}

function unnamedNpqs({ npqs }: Release): string[] {
  const silent = npqs?.npqs.filter(({ people }) => people.count.is === "none").map(({ npq }) => npq) ?? [];
  return silent.length === 0 ? [] : [`Nobody spoke about ${silent.join(", ")}.`];
}
