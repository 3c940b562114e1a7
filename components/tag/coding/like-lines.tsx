"use client";

import { useEffect, useState } from "react";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import type { LikeLine } from "@/lib/tag/coding/suggested";
import type { ShownTheme } from "./taggings";

type Props = {
  lineId: string;
  themes: readonly ShownTheme[];
  find: (lineId: string) => Promise<LikeLine[]>;
};

/** Lines that say much the same, here or at another roundtable. */
export function LikeLines({ lineId, themes, find }: Props) {
  const [lines, setLines] = useState<LikeLine[] | "failed" | null>(null);
  useEffect(() => {
    let left = false;
    const show = (found: LikeLine[] | "failed") => void (left || setLines(found));
    find(lineId).then(show, () => show("failed"));
    return () => {
      left = true;
    };
  }, [find, lineId]);

  return (
    <section aria-label="Said much like this" className="text-sm">
      <p className="text-meta font-semibold">Said much like this</p>
      {lines === null && <p className="text-soft noscript:hidden">Looking…</p>}
      {lines === "failed" && <p className="text-soft">This could not be looked up just now.</p>}
      {Array.isArray(lines) && lines.length === 0 && <p className="text-soft">No other line.</p>}
      {Array.isArray(lines) && (
        <ul>
          {lines.map(({ id, who, text, where, themeIds, similarity }) => (
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
