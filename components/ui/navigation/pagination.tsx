"use client";

import { Link } from "@/components/ui/link";

type PageLink = { href: string; label?: string };
type Props = { label: string; previous?: PageLink; next?: PageLink };

/** Preceding and next page of a long list; `label` names the list for screen readers. */
export function Pagination({ label, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={label}
      className="mt-8 flex flex-wrap justify-between gap-6 border-t border-line pt-3 print:hidden"
    >
      {previous && <Step rel="prev" sign="←" word="Previous" link={previous} />}
      {next && <Step rel="next" sign="→" word="Next" link={next} />}
    </nav>
  );
}

type StepProps = { rel: "prev" | "next"; sign: string; word: string; link: PageLink };

function Step({ rel, sign, word, link }: StepProps) {
  const forward = rel === "next";
  return (
    <Link
      href={link.href}
      rel={rel}
      className={`flex min-h-11 gap-2.5 py-2 no-underline hover:underline ${forward ? "ml-auto flex-row-reverse text-right" : ""}`}
    >
      <span aria-hidden>{sign}</span>
      <span>
        <span className="font-semibold">{word}</span>
        {link.label && <span className="block text-meta text-soft">{link.label}</span>}
      </span>
    </Link>
  );
}
