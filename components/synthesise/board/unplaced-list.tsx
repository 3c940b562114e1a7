"use client";

import type { ReactNode } from "react";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Link } from "@/components/ui/link";
import type { Stance } from "@/lib/capture/contribution/stance";
import { boxIdOf, ChosenContribution } from "./chosen-contribution";

/** A contribution in as few words as its row needs. */
export type UnplacedRow = {
  id: string;
  who: string;
  /** `who` is what it is from, because nobody knows the speaker. */
  unknown?: true;
  /** What is known of the speaker, where and when: after the name. */
  about: readonly string[];
  text: string;
  stance: Stance | null;
};

type Props = {
  rows: readonly UnplacedRow[];
  /** What of the page's address says which part of the list is shown, with a sign after it; nothing for the first part. */
  query: string;
  /** The contribution whose surroundings are open, and they. */
  open: { id: string; surroundings: ReactNode } | null;
};

/** Contributions to be ticked or dragged. A client component, so that a page holds them once as markup and once as data alone. */
export function UnplacedList({ rows, open, query }: Props) {
  return (
    <ul>
      {rows.map((row) => (
        <Row key={row.id} row={row} isOpen={open?.id === row.id} query={query}>
          {open?.id === row.id && open.surroundings}
        </Row>
      ))}
    </ul>
  );
}

type RowProps = Pick<Props, "query"> & {
  row: UnplacedRow;
  isOpen: boolean;
  children: ReactNode;
};

function Row({ row: { id, who, unknown, about, text, stance }, isOpen, query, children }: RowProps) {
  // For who cannot see which row a control is in.
  const named = `${unknown ? "an unknown speaker" : who}, ${text.slice(0, 40)}`;
  return (
    <ChosenContribution id={id} who={named} handle={<Handle />}>
      <p>
        <b>{who}</b>
        {about.map((part) => ` · ${part}`).join("")}
      </p>
      <blockquote>{text}</blockquote>
      <p>
        {stance && <StanceSign stance={stance} />}
        <Link href={`?${query}${isOpen ? "" : `around=${id}`}#${boxIdOf(id)}`} scroll={false} data-around>
          {isOpen ? "Hide what was said around it" : "What was said around it"}
          <span className="sr-only">{` by ${named}`}</span>
        </Link>
      </p>
      {children}
    </ChosenContribution>
  );
}

/** By pointer alone: the same is done by check box and button. */
function Handle() {
  return (
    <span data-handle draggable aria-hidden title="Drag to a finding">
      ⠿
    </span>
  );
}
