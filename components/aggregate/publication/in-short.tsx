"use client";

import { Link } from "@/components/ui/link";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import type { Answer } from "@/lib/aggregate/publication/words/answers";

/** The parts of the page, by the ids of their headings, in their order. */
const PARTS = {
  themes: "Themes",
  asks: KIND_WORDS.ask.title,
  divided: KIND_WORDS.differ.title,
  few: KIND_WORDS.few.title,
  areas: "DfE’s four areas",
  npqs: "NPQs that people spoke about",
  groups: "Groups of people",
};

type Props = {
  answers: readonly Answer[];
  /** Those that the page has. */
  parts: readonly (keyof typeof PARTS)[];
};

/**
 * What readers look for first, each with a link to what says more, and the parts of the page. A client
 * component, so that the page holds it once as markup and once as data alone.
 */
export function InShort({ answers, parts }: Props) {
  return (
    <section aria-labelledby="in-short" className="mt-6">
      <h2 id="in-short">In short</h2>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr] [&_dd]:max-w-measure">
        {answers.map(({ question, words, href }) => (
          <div key={question} className="sm:contents">
            <dt>
              <Link href={href}>{question}</Link>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label="On this page" className="mt-4 text-meta print:hidden">
        <ul className="flex flex-wrap gap-x-5 [&_a]:inline-block [&_a]:py-1">
          {parts.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{PARTS[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
