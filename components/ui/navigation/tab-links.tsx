"use client";

import { Link } from "@/components/ui/link";

type TabLink = { label: string; href: string; current: boolean };

/**
 * Links in a row, of which one is the page that is open. A client component, so that the page holds them once as markup and
 * once as data alone.
 */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line text-meta">
        {links.map(({ label: words, href, current }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? "page" : undefined} className="tab-link">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
