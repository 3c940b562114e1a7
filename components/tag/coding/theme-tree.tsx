"use client";

import { Link } from "@/components/ui/link";
import { countOf } from "@/lib/platform/text/count-words";
import { AXES } from "@/lib/tag/codebook/theme";
import type { ThemeTree as Tree } from "@/lib/tag/codebook/theme-tree";
import type { ShownTheme } from "./taggings";

type Props = {
  id: string;
  tree: Tree<ShownTheme>;
  keys: ReadonlyMap<string, string>;
  /** How many of the listed contributions have the theme. */
  counts: Readonly<Record<string, number>>;
  /** The theme that Enter sets, and whether the field has the focus. */
  activeId: string | undefined;
  marking: boolean;
  passagesOf: (theme: ShownTheme) => string;
  onPick: (themeId: string) => void;
};

export const itemId = (treeId: string, themeId: string) => `${treeId}-${themeId}`;

/** One axis of the codebook: a press on a theme sets it, one on its number leads to its passages. */
export function ThemeTree({ id, tree: { axis, branches }, activeId, marking, ...rest }: Props) {
  const rows = branches.flatMap(({ theme, under }) => [
    { theme, level: 1 },
    ...under.map((one) => ({ theme: one, level: 2 })),
  ]);
  return (
    <>
      <h3 className="mt-2 text-sm text-soft">{AXES[axis]}</h3>
      <ul role="tree" id={`${id}-${axis}`} aria-label={AXES[axis]} className="codebook-rows">
        {rows.map(({ theme, level }) => (
          <Row
            key={theme.id}
            id={itemId(id, theme.id)}
            theme={theme}
            level={level}
            active={theme.id === activeId}
            marked={marking && theme.id === activeId}
            shortcut={rest.keys.get(theme.id)}
            count={rest.counts[theme.id] ?? 0}
            href={rest.passagesOf(theme)}
            onPick={() => rest.onPick(theme.id)}
          />
        ))}
      </ul>
    </>
  );
}

type RowProps = {
  id: string;
  theme: ShownTheme;
  level: number;
  active: boolean;
  marked: boolean;
  shortcut: string | undefined;
  count: number;
  href: string;
  onPick: () => void;
};

function Row({ id, theme, level, active, marked, shortcut, count, href, onPick }: RowProps) {
  const { title, colour, axis } = theme;
  return (
    <li
      role="treeitem"
      id={id}
      aria-level={level}
      aria-labelledby={`${id}-title`}
      aria-keyshortcuts={shortcut}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={marked ? "marked" : undefined}
    >
      <kbd aria-hidden>{shortcut}</kbd>
      <i aria-hidden className={`hue-${colour}${axis === "area" ? " round" : ""}`} />
      <span id={`${id}-title`}>{title}</span>
      <Link
        href={href}
        tabIndex={active ? 0 : -1}
        onClick={(event) => event.stopPropagation()}
        aria-label={`${countOf(count, "contribution")}: read the passages of ${title}`}
      >
        {count.toLocaleString("en-GB")}
      </Link>
    </li>
  );
}
