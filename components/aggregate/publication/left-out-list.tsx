import { Details } from "@/components/ui/details";
import { leftOutSentence, notPermittedSentence } from "@/lib/aggregate/publication/words/left-out-words";
import type { ReleasePlan } from "@/lib/aggregate/publication/plan-release";
import type { ToRelease } from "@/lib/aggregate/publication/queries/release-input";
import type { Release } from "@/lib/aggregate/publication/released";
import { countOf } from "@/lib/platform/text/count-words";

type Props = { toRelease: ToRelease; plan: ReleasePlan; before: Release | null };

/** So many are listed at once. */
const SHOWN = 6;

/** What the check left out of a release, each in a sentence, and what can be done about it. */
export function LeftOutList({ toRelease, plan, before }: Props) {
  const { input } = toRelease;
  const names = {
    themes: new Map(input.counts.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title]))),
    roundtables: new Map(toRelease.covered.map(({ id, title }) => [id, title])),
    findings: new Map([...(before?.findings ?? []), ...input.findings].map(({ id, text }) => [id, text])),
    threshold: input.threshold,
  };
  const sentences = [
    ...plan.leftOut.map((one) => leftOutSentence(one, names)),
    ...toRelease.notPermitted.map(({ text }) => notPermittedSentence(text)),
  ];
  return (
    <section aria-labelledby="left-out" className="mt-10 max-w-measure">
      <h2 id="left-out">What is left out</h2>
      {sentences.length === 0 ? (
        <p className="mt-1">
          Nothing. No small number follows from these figures and everything released before.
        </p>
      ) : (
        <>
          <p className="mt-1">
            {`${countOf(sentences.length, "figure or finding is", "figures and findings are")} left out. To show more figures, show roundtables only together, let a roundtable wait, or leave out a finding, and check again.`}
          </p>
          <Sentences of={sentences.slice(0, SHOWN)} />
          {sentences.length > SHOWN && (
            <Details summary={`Show ${sentences.length - SHOWN} more`}>
              <Sentences of={sentences.slice(SHOWN)} />
            </Details>
          )}
        </>
      )}
    </section>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="mt-2 list-disc pl-5">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
