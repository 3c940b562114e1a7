"use client";

import { Link } from "@/components/ui/link";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import type { Answer } from "@/lib/aggregate/publication/words/overview/answers";

/** The parts of the page, by the ids of their headings, in their order. */
const PARTS = {
  themes: "Themes",
  asks: KIND_WORDS.ask.title,
  hands: "Shows of hands",
  areas: "DfE’s four areas",
  "take-away": "Take this release away",
};
export type PartOfRelease = keyof typeof PARTS;

type Props = {
  answers: readonly Answer[];
  /** Those that the page has. */
  parts: readonly PartOfRelease[];
};

/**
 * What readers look for first, each with a link to what says more, and the parts of the page. A client
 * component, so that the page holds it once as markup and once as data alone.
 */
export function InShort({ answers, parts }: Props) {
  return (
    <section aria-labelledby="in-short" className="mt-6">
      <h2 id="in-short">In short</h2>
      <dl className="in-short">
        {answers.map((answer) => (
          <Line key={answer.question} {...answer} />
        ))}
      </dl>
      <nav aria-label="On this page" className="mt-4 print:hidden">
        <ul className="link-row">
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

function Line({ id, question, words, href, items = [], also = [] }: Answer) {
  return (
    <div id={id}>
      <dt>{href === null ? question : <Link href={href}>{question}</Link>}</dt>
      <dd>
        {words}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        {also.map(({ words: about, links }) => (
          <p key={about}>
            {`${about}: `}
            {links.map((link, at) => (
              <span key={link.words}>
                {at > 0 && "; "}
                <Link href={link.href}>{link.words}</Link>
              </span>
            ))}
          </p>
        ))}
      </dd>
    </div>
  );
}
