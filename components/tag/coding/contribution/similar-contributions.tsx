"use client";

import { useEffect, useState } from "react";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import type { Answer } from "@/lib/access/answer";
import type { SimilarContribution } from "@/lib/tag/coding/suggested";
import type { ShownTheme } from "../taggings";

type Props = {
  contributionId: string;
  themes: readonly ShownTheme[];
  find: (contributionId: string) => Promise<Answer<SimilarContribution[]>>;
};

const FAILED = { ok: false, message: "We could not look for similar contributions. Try again." } as const;

/** Contributions that say nearly the same, at any roundtable. */
export function SimilarContributions({ contributionId, themes, find }: Props) {
  const [answer, setAnswer] = useState<Answer<SimilarContribution[]> | null>(null);
  useEffect(() => {
    let left = false;
    const show = (answer: Answer<SimilarContribution[]>) => void (left || setAnswer(answer));
    find(contributionId).then(show, () => show(FAILED));
    return () => {
      left = true;
    };
  }, [find, contributionId]);

  return (
    <section aria-label="Similar contributions" className="text-sm">
      <p className="text-meta font-semibold">Similar contributions</p>
      {answer === null && <p className="text-soft noscript:hidden">Looking…</p>}
      {answer?.ok === false && <p className="text-soft">{answer.message}</p>}
      {answer?.ok && answer.found.length === 0 && (
        <p className="text-soft">There are no similar contributions.</p>
      )}
      {answer?.ok && (
        <ul>
          {answer.found.map(({ id, who, text, where, themeIds, similarity }) => (
            <li key={id} className="border-b border-faint py-2">
              <p className="text-soft">
                {similarity > 0.995 ? "Nearly word for word: " : ""}
                {who} · {where}
              </p>
              <p className="voice max-w-measure">{text}</p>
              <p className="flex flex-wrap gap-x-3">
                {themes
                  .filter((theme) => themeIds.includes(theme.id))
                  .map((theme) => (
                    <ThemeChip key={theme.id} {...theme} />
                  ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
