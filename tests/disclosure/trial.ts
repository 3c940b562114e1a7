import { isShown } from "@/lib/aggregate/publication/published-count";
import { attack, type Attack } from "./attacker/attack";
import { publishReview, type Publishing } from "./publish-review";
import { randomReview } from "./random-review";
import { randomReports } from "./reports/random-reports";

/** Of the figures that are not none in truth, how many are shown, as words or numbers. */
export type Share = { shown: number; all: number };
type Usefulness = Record<"review" | "roundtables" | "groups" | "findings", Share>;
export type Trial = Attack & { releases: number; reports: number; sentences: number; usefulness: Usefulness };

/** Publishes the random review of the seed, and hands what was published to the attacker. */
export function tryReview(seed: number, publishing: Publishing = "checked", roundtables = 6): Trial {
  const { review, plans } = randomReports(seed, randomReview(seed, roundtables));
  const { published, figures, reports } = publishReview(review, publishing, plans);
  const usefulness = noUsefulness();
  for (const { place, people, published: figure } of figures.flat()) {
    const share = usefulness[kindOf(place)];
    if (people === 0) continue;
    share.all += 1;
    if (isShown(figure)) share.shown += 1;
  }
  const sentences = reports.reduce((sum, report) => sum + report.sentences.length, 0);
  const said = { releases: review.releases.length, reports: reports.length, sentences };
  return { ...attack(published, review), ...said, usefulness };
}

function noUsefulness(): Usefulness {
  return {
    review: { shown: 0, all: 0 },
    roundtables: { shown: 0, all: 0 },
    groups: { shown: 0, all: 0 },
    findings: { shown: 0, all: 0 },
  };
}

function kindOf(place: string): keyof Usefulness {
  if (place === "review") return "review";
  if (place.startsWith("roundtable ")) return "roundtables";
  return place.startsWith("group ") ? "groups" : "findings";
}

export type Totals = {
  releases: number;
  reports: number;
  sentences: number;
  targets: number;
  determined: number;
  nearlyDetermined: number;
  byProgramAlone: number;
  usefulness: Usefulness;
  seconds: number;
};

export function noTotals(): Totals {
  return {
    releases: 0,
    reports: 0,
    sentences: 0,
    targets: 0,
    determined: 0,
    nearlyDetermined: 0,
    byProgramAlone: 0,
    usefulness: noUsefulness(),
    seconds: 0,
  };
}

export function addTrial(
  totals: Totals,
  { releases, reports, sentences, targets, breaches, byProgramAlone, usefulness }: Trial,
): void {
  totals.releases += releases;
  totals.reports += reports;
  totals.sentences += sentences;
  totals.targets += targets;
  totals.determined += breaches.filter(({ values }) => values === 1).length;
  totals.nearlyDetermined += breaches.filter(({ values }) => values > 1).length;
  totals.byProgramAlone += byProgramAlone;
  for (const kind of KINDS) {
    totals.usefulness[kind].shown += usefulness[kind].shown;
    totals.usefulness[kind].all += usefulness[kind].all;
  }
}

const KINDS = ["review", "roundtables", "groups", "findings"] as const;

/** "98.4% of 1,203" */
export function shareInWords({ shown, all }: Share): string {
  const percent = all === 0 ? 100 : (100 * shown) / all;
  return `${percent.toFixed(1)}% of ${all.toLocaleString("en-GB")}`;
}
