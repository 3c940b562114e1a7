"use client";

import { Link } from "@/components/ui/link";
import type { ThemeLink } from "@/lib/aggregate/publication/release-page-data";

type Props = { lead: string; themes: readonly ThemeLink[] };

/** Themes in a line, each with its page. A client component, so that the page holds the links once as data alone. */
export function LinkedThemes({ lead, themes }: Props) {
  return (
    <p className="mt-3 max-w-measure text-meta">
      {lead}{" "}
      {themes.map(({ title, href }, at) => (
        <span key={href}>
          {at > 0 && ", "}
          <Link href={href}>{title}</Link>
        </span>
      ))}
      .
    </p>
  );
}
