import { Link } from "@/components/ui/link";
import { formatInstant } from "@/lib/platform/text/dates";
import { countOf } from "@/lib/platform/text/count-words";
import {
  CONCERN_WORDS,
  CONFIDENCE_WORDS,
  type Assessment,
  type Decided,
} from "@/lib/synthesise/confidence/confidence";
import { DIVIDED_FROM, type Facts } from "@/lib/synthesise/confidence/facts";

type Props = { facts: Facts; assessment: Assessment; decided: Decided | null; here: string };

const ATTRIBUTE_WORDS = { role: "Role", phase: "Phase" } as const;

/** What facilitators know of a finding, and how confident that lets them be. Nothing of it is published. */
export function FindingFacts({ facts, assessment, decided, here }: Props) {
  return (
    <section aria-labelledby="facts" className="mt-8 max-w-measure border-t border-line pt-6">
      <h2 id="facts">How far it carries</h2>
      <p className="mt-1 text-meta text-soft">Exact and live, for facilitators. It is not published.</p>
      <p className="mt-3">{dividedWords(facts)}</p>
      <p className="mt-1 text-meta text-soft">{putWords(facts)}</p>
      <Missing missing={facts.missing} />
      <h3 className="mt-5 text-subheading">{CONFIDENCE_WORDS[decided?.level ?? assessment.level]}</h3>
      {decided ? (
        <p className="mt-1">
          {decided.reason}
          <span className="block text-sm text-soft">
            Decided by {decided.by}, {formatInstant(decided.from)}. Worked out from the evidence it would be:{" "}
            {CONFIDENCE_WORDS[assessment.level].toLowerCase()}.
          </span>
        </p>
      ) : (
        <p className="mt-1 text-meta text-soft">
          Worked out from the evidence. It begins high, and each concern lowers it.
        </p>
      )}
      <dl className="mt-3 grid gap-3">
        {assessment.components.map(({ title, concern, reason }) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd>
              {CONCERN_WORDS[concern]}. <span className="text-soft">{reason}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">
        <Link href={`${here}/confidence`}>Change the confidence</Link>
      </p>
    </section>
  );
}

/** Opposite views are both told, in words, never averaged. */
function dividedWords({ people, contradictingPeople, divided }: Facts): string {
  if (people + contradictingPeople === 0) return "Nobody who is known has spoken to it yet.";
  const sides = `${countOf(people, "person", "people")} for it, ${countOf(contradictingPeople, "person", "people")} against.`;
  return divided >= DIVIDED_FROM ? `People are divided: ${sides}` : sides;
}

/** Who put their stance themselves, and whose a coder inferred. */
function putWords(facts: Facts): string {
  const inferred = facts.inferredPeople + facts.contradictingInferredPeople;
  if (inferred === 0) return "Everybody who is counted put their stance themselves.";
  const told = (all: number, part: number) => `${all - part} put it themselves, ${part} inferred`;
  return `For it: ${told(facts.people, facts.inferredPeople)}. Against: ${told(facts.contradictingPeople, facts.contradictingInferredPeople)}.`;
}

function Missing({ missing }: Pick<Facts, "missing">) {
  if (missing.length === 0) return null;
  return (
    <>
      <p className="mt-3">Nobody from these groups of people present has spoken to it:</p>
      <ul className="mt-1 list-disc pl-5 text-meta">
        {missing.map(({ attribute, value, people }) => (
          <li key={`${attribute} ${value}`}>
            {ATTRIBUTE_WORDS[attribute]}: {value} ({countOf(people, "person", "people")})
          </li>
        ))}
      </ul>
    </>
  );
}
