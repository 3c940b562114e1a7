import { Details } from "@/components/ui/details";
import { countOf } from "@/lib/platform/text/count-words";

/** So many are listed at once. */
const SHOWN = 6;

/** What the check left out of a release, each in a sentence, and what can be done about it. */
export function LeftOutList({ sentences }: { sentences: readonly string[] }) {
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
