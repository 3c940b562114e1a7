"use client";

import { Link } from "@/components/ui/link";

export type Crumb = { label: string; href?: string };

/** Where this page is, from the top down. The last one may be without a link. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-meta text-soft print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {items.map(({ label, href }, index) => (
          <li key={label} className="flex gap-x-2">
            {index > 0 && <span aria-hidden>›</span>}
            {href === undefined ? (
              <span className="py-0.5">{label}</span>
            ) : (
              <Link href={href} className="py-0.5">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
