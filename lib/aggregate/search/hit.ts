import type { Stance } from "@/lib/capture/contribution/stance";
import type { FilterName } from "./query";

/** What can be found; reports by their paragraphs. */
export type Kind = "contribution" | "finding" | "hands" | "memo" | "report";

/** A piece of a text, and whether it is what was looked for. */
export type Marked = { text: string; marked: boolean };

/** A theme and stance under which something is. */
export type Placed = { theme: string; stance: Stance | null };

type Found = { id: string; text: Marked[] };
/** One result: its words with what was looked for marked, and what its page needs. */
export type Hit =
  | (Found & {
      kind: "contribution";
      /** Who said it; null for viewers who see no speakers. */
      speaker: string | null;
      roundtable: string | null;
      /** Whether it was written down word for word. */
      verbatim: boolean;
      /** By theme slugs. */
      placed: Placed[];
    })
  /** As it was released, or as facilitators work on it. */
  | (Found & { kind: "finding"; released: boolean; placed: Placed[] })
  /** A show of hands of a release, which bears no speaker; facilitators find it among the contributions. */
  | (Found & {
      kind: "hands";
      raised: number;
      asked: number;
      place: { title: string; heldOn: Date } | null;
      placed: Placed[];
    })
  | (Found & { kind: "memo"; contributionId: string; by: string; roundtable: string })
  | (Found & { kind: "report"; slug: string; title: string; version: number | null });

/** How many there would be with one more value of a filter; by slug, stance or kind. */
export type Facet = { name: Exclude<FilterName, "role">; value: string; count: number };

export type Results = {
  hits: Hit[];
  total: number;
  /** There are more than `total`, which are not ranked. */
  more: boolean;
  /** Null where there are too many to count. */
  facets: Facet[] | null;
  /** Words that are nowhere in what the viewer may read: what was looked for in their place. */
  mended: ReadonlyMap<string, string>;
  /** Words that nearly every text has, which are not looked for. */
  common: string[];
  /** Words that are nowhere, and none like them either. */
  unknown: string[];
};

export const PAGE = 20;
/** As many as are ranked and counted. Nobody reads so many: more words narrow them. */
export const MAX_HITS = 1_000;

/** Signs of Unicode’s private use: the database sets them around what it found, and no text keeps them. */
export const MARK_START = "\uE000";
export const MARK_END = "\uE001";

/** The pieces of a text with those signs, in order. */
export function markedPieces(text: string): Marked[] {
  const [before = "", ...rest] = text.split(MARK_START);
  const pieces = rest.flatMap((one) => {
    const [marked = "", ...after] = one.split(MARK_END);
    return [
      { text: marked, marked: true },
      { text: after.join(""), marked: false },
    ];
  });
  return [{ text: before, marked: false }, ...pieces].filter((piece) => piece.text !== "");
}
