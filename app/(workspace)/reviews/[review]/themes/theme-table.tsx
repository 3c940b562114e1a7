"use client";

import { Link } from "@/components/ui/link";
import { MoveButtons } from "@/components/tag/codebook/move-buttons";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { Table } from "@/components/ui/table";
import type { Theme } from "@/lib/tag/codebook/theme";
import { stepsOf } from "@/lib/tag/codebook/theme-place";

/** What a row shows of a theme. */
export type ListedTheme = Pick<
  Theme,
  | "id"
  | "slug"
  | "title"
  | "definition"
  | "includes"
  | "excludes"
  | "signalWords"
  | "axis"
  | "colour"
  | "parentId"
  | "retired"
> & {
  /** How many it has; absent for viewers who do not work on the review. */
  contributions?: number;
};

type Props = {
  title: string;
  /** In the codebook's order. */
  themes: readonly ListedTheme[];
  /** Whether the viewer works on the review. */
  counts: boolean;
  home: string;
  /** The id of the form that moves them; null where the viewer may not. */
  moveForm: string | null;
};

/**
 * One list of the codebook: themes with their children, or the retired ones. A client component, so that the page holds its
 * words once as markup and once as plain data.
 */
export function ThemeTable({ title, themes, counts, home, moveForm }: Props) {
  const movable = moveForm !== null && themes.some(({ retired }) => !retired) && themes.length > 1;
  const titleOf = (id: string | null) => themes.find((theme) => theme.id === id)?.title;
  return (
    <Table
      caption={title}
      columns={[
        { label: "Theme" },
        { label: "What belongs here", prose: true },
        ...(counts ? [{ label: "Contributions", numeric: true }] : []),
        ...(movable ? [{ label: "Order" }] : []),
      ]}
      rows={themes.map((theme) => ({
        key: theme.id,
        cells: [
          <Title key="title" theme={theme} parent={titleOf(theme.parentId)} href={`${home}/${theme.slug}`} />,
          <Meaning key="meaning" theme={theme} />,
          ...(counts ? [theme.contributions ?? 0] : []),
          ...(movable
            ? [
                <MoveButtons
                  key="move"
                  form={moveForm}
                  id={theme.id}
                  title={theme.title}
                  steps={stepsOf(theme, themes)}
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}

type TitleProps = { theme: ListedTheme; parent: string | undefined; href: string };

/** A child theme is indented, and says so to screen readers. */
function Title({ theme, parent, href }: TitleProps) {
  return (
    <span className={parent ? "flex items-baseline gap-1.5 pl-2" : "block"}>
      {parent && (
        <span aria-hidden className="text-soft">
          ↳
        </span>
      )}
      <Link href={href} className="inline-block">
        <ThemeChip {...theme} />
      </Link>
      {parent && <span className="sr-only">, under {parent}</span>}
    </span>
  );
}

function Meaning({ theme }: { theme: ListedTheme }) {
  return (
    <span className="block max-w-measure text-left">
      {theme.definition}
      {theme.includes && <span className="mt-1 block text-soft">In: {theme.includes}</span>}
      {theme.excludes && <span className="mt-1 block text-soft">Not here: {theme.excludes}</span>}
      {theme.signalWords && (
        <span className="mt-1 block text-meta text-soft">Signal words: {theme.signalWords}</span>
      )}
    </span>
  );
}
