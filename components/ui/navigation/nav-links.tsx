"use client";

import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import { currentItem, type NavItem } from "./current-item";

/**
 * The main navigation: a row of links, or a menu where the screen is narrow. A layout is not rendered again
 * from page to page, so the current item is found in the browser; the menu closes on a new page.
 */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const here = currentItem(path, items);
  const current = (href: string) => (href === here?.href ? here.current : undefined);
  return (
    <nav aria-label="Main">
      <ul className="hidden flex-wrap gap-x-4 text-meta lg:flex 2xl:gap-x-5.5">
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={current(href)} className="nav-link">
              {label}
            </Link>
          </li>
        ))}
      </ul>
      {/* It opens below the whole bar (see TopBar), so that it covers neither the person's name nor
          signing out. */}
      <details key={path} className="lg:hidden">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-1 font-semibold [&::-webkit-details-marker]:hidden">
          Menu
          <span aria-hidden>▾</span>
        </summary>
        <ul className="absolute top-full right-0 z-20 w-64 max-w-[calc(100vw-2rem)] border border-ink bg-card py-1.5">
          {items.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} aria-current={current(href)} className="menu-link">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
