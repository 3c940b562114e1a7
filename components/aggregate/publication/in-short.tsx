import type { ReleasedFinding, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { answersOf, hasOtherSide } from "@/lib/aggregate/publication/words/answers";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  table: ReleasedTable;
  findings: readonly ReleasedFinding[];
  /** The parts of the page, in their order. */
  parts: readonly (readonly [id: string, title: string])[];
};

/** What readers look for first, each with a link to the part of the page that says more, and the parts of the page. */
export function InShort({ table, findings, parts }: Props) {
  const different = findings.filter(hasOtherSide).length;
  const lines = [
    ...answersOf(table, findings),
    ...(table.roundtable === null && findings.length > 0
      ? [
          {
            question: "Where views differ",
            words: `${different} of ${countOf(findings.length, "finding")} ${different === 1 ? "has" : "have"} another side.`,
            part: "divided",
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="in-short" className="mt-6">
      <h2 id="in-short">In short</h2>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {lines.map(({ question, words, part }) => (
          <div key={question} className="sm:contents">
            <dt>
              <a href={`#${part}`}>{question}</a>
            </dt>
            <dd className="max-w-measure pb-1">{words}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label="On this page" className="mt-4 text-meta print:hidden">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
