"use client";

import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import type { NavItem } from "./current-item";
import { NavLinks } from "./nav-links";

type Props = {
  name: string;
  homeHref: string;
  items: readonly NavItem[];
  /** Who is signed in, in a few words. */
  who?: string;
  /** At the far end: a form to sign out. */
  children?: ReactNode;
};

/** The head of every page. A client component, so that a page holds it once as markup and once as data alone. */
export function TopBar({ name, homeHref, items, who, children }: Props) {
  return (
    <header className="gutter border-b border-line print:hidden">
      <div className="relative flex flex-wrap items-center gap-x-5 2xl:gap-x-7">
        <Link
          href={homeHref}
          className="py-2.5 font-bold tracking-tight text-ink no-underline hover:underline"
        >
          {name}
        </Link>
        {items.length > 0 && (
          <div className="ml-auto lg:ml-0">
            <NavLinks items={items} />
          </div>
        )}
        {(who || children) && (
          <div className="flex w-full flex-wrap items-center justify-between gap-x-3 border-t border-faint py-1 text-sm text-soft lg:ml-auto lg:w-auto lg:border-t-0 lg:py-0">
            {who && <span>{who}</span>}
            {children}
          </div>
        )}
      </div>
    </header>
  );
}
