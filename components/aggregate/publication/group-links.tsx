"use client";

import { Link } from "@/components/ui/link";
import { ATTRIBUTE_WORDS } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import type { BreakdownAttribute } from "@/lib/aggregate/publication/shape/breakdown";

type Props = {
  links: readonly { attribute: BreakdownAttribute; href: string }[];
  current?: BreakdownAttribute | null;
};

/** The ways to group people, each with the page that shows it. */
export function GroupLinks({ links, current = null }: Props) {
  return (
    <nav aria-label="Groups by" className="mt-2 print:hidden">
      <ul className="link-row">
        {links.map(({ attribute, href }) => (
          <li key={attribute}>
            <Link href={href} aria-current={attribute === current ? "true" : undefined}>
              {`By ${ATTRIBUTE_WORDS[attribute]}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
