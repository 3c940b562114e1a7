import { countOf } from "@/lib/platform/text/count-words";
import { conventionWords } from "@/lib/tag/rounds/agreement-words/convention-words";
import {
  coefficientWords,
  fewSpeakersWords,
  intervalWords,
} from "@/lib/tag/rounds/agreement-words/figure-words";
import type { Estimate } from "@/lib/tag/rounds/agreement/interval";
import { OVERALL_NAMES } from "@/lib/tag/rounds/agreement/overall-agreement";
import type { RoundAgreement } from "@/lib/tag/rounds/agreement/round-agreement";
import { UNDEFINED_WORDS } from "@/lib/tag/rounds/agreement/statistic";

/** Agreement over the whole round, each figure under its own name. */
export function OverallFigures({ figures }: { figures: RoundAgreement }) {
  const { masi, mean } = figures.overall;
  return (
    <section aria-labelledby="overall" className="mb-10">
      <h2 id="overall">Over all themes</h2>
      <ul className="mt-2 grid max-w-measure gap-1">
        <li>{sentence(OVERALL_NAMES.masi, masi)} Reports give this figure.</li>
        <li>
          {sentence(OVERALL_NAMES.mean, mean)} It is over {mean.themes} of {countOf(mean.of, "theme")}.
        </li>
      </ul>
      {fewSpeakersWords(figures.clusters).map((warning) => (
        <p key={warning} className="mt-2 max-w-measure">
          {warning}
        </p>
      ))}
      <p className="mt-2 max-w-measure text-meta text-soft">
        {countOf(figures.coders, "coder")} read {countOf(figures.contributions, "contribution")},{" "}
        {figures.contributionsReadTwice} of them at least twice.{" "}
        {figures.represented === null
          ? "Each contribution is weighted by how many it was drawn from."
          : `Each of these is weighted by its share of the group it was drawn from. Together they stand for ${countOf(figures.represented, "contribution")}.`}{" "}
        Intervals come from {figures.resamples.toLocaleString("en-GB")} draws of the {figures.clusters}{" "}
        speakers (a contribution without a known speaker counts as one).
      </p>
    </section>
  );
}

function sentence(name: string, { statistic, interval }: Estimate): string {
  const named = name.charAt(0).toUpperCase() + name.slice(1);
  if ("undefined" in statistic)
    return `${named} is undefined, because ${UNDEFINED_WORDS[statistic.undefined]}.`;
  return `${named} is ${coefficientWords(statistic.value)}${intervalWords(interval)}. ${conventionWords(statistic.value)}`;
}
