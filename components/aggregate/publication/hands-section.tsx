"use client";

import { Link } from "@/components/ui/link";
import { HANDS_NOTE } from "@/lib/aggregate/publication/words/hands-words";

type Props = {
  /** Each with the theme that it is told under. */
  hands: readonly { sentence: string; theme: string; href: string }[];
};

/** Every show of hands whose words are cleared, in one place. A client component, so that it is sent once as data alone. */
export function HandsSection({ hands }: Props) {
  return (
    <section aria-labelledby="hands" className="mt-10">
      <h2 id="hands">Shows of hands</h2>
      <p className="section-note">{HANDS_NOTE}</p>
      <ul className="mt-2 grid max-w-measure list-disc gap-1 pl-5">
        {hands.map(({ sentence, theme, href }) => (
          <li key={sentence}>
            {sentence} <Link href={href}>{theme}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
