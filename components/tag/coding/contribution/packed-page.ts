import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import {
  UNCODED,
  type CodingRead,
  type ContributionCoding,
  type ContributionTagging,
} from "@/lib/tag/coding/tagging";
import type { ContributionInWords } from "../shown-contribution";

/**
 * A page of contributions with their coding, as it is sent: each row is a list of values, without the names of its fields and
 * without what is most often the case, because fifty rows would repeat both.
 */
export type PackedPage = {
  contributions: readonly PackedContribution[];
  readAt: number;
  /** The names of colleagues who set a theme. */
  coders: readonly string[];
  /** By the contribution's id: what coders have set there besides themes. */
  more: Readonly<Record<string, Omit<ContributionCoding, "taggings">>>;
};

type PackedContribution = readonly [
  id: string,
  text: string,
  who: string,
  about: string,
  time: string,
  /** The stance's place from 1; 0 for none. */
  stance: number,
  flags: number,
  where: string,
  taggings: readonly PackedTagging[],
  newMemoId?: string,
];
/**
 * The id; the places of its theme and its stance; of its coder, from 1, and 0 for the viewer; flags; its round; its words. What
 * is 0 at the end is left out.
 */
type PackedTagging = readonly (string | number)[];

const VERBATIM = 1;
const OTHERS_SAID = 2;
const INFERRED = 1;
const STALE = 2;

type Page = { contributions: readonly ContributionInWords[]; coding: CodingRead };
type Ids = readonly { id: string }[];

/** `themes` are all that may be on a contribution, in the order in which the browser has them. */
export function packPage({ contributions, coding }: Page, themes: Ids): PackedPage {
  const places = new Map(themes.map(({ id }, place) => [id, place]));
  const coders: string[] = [];
  const more: Record<string, Omit<ContributionCoding, "taggings">> = {};
  const packed = contributions.map((one) => {
    const { taggings, ...rest } = coding.coding[one.id] ?? UNCODED;
    if (hasMore(rest)) more[one.id] = rest;
    return packContribution(
      one,
      taggings.map((tagging) => packTagging(tagging, places.get(tagging.themeId) ?? -1, coders)),
    );
  });
  return { contributions: packed, readAt: coding.readAt, coders, more };
}

const hasMore = ({ memos, npqs, decided, flag, blindRound }: Omit<ContributionCoding, "taggings">) =>
  flag !== null || blindRound !== null || memos.length + npqs.length + decided.length > 0;

function packContribution(one: ContributionInWords, taggings: readonly PackedTagging[]): PackedContribution {
  const { id, text, who, about, time, stance, where = "", newMemoId } = one;
  const flags = (one.verbatim ? VERBATIM : 0) + (one.participants ? 0 : OTHERS_SAID);
  const place = stance === null ? 0 : STANCE_ORDER.indexOf(stance) + 1;
  const packed = [id, text, who, about, time, place, flags, where, taggings] as const;
  return newMemoId === undefined ? packed : [...packed, newMemoId];
}

function packTagging(tagging: ContributionTagging, theme: number, coders: string[]): PackedTagging {
  const { id, stance, mine, coder, explicit, stale, round, spanStart, spanEnd } = tagging;
  if (!mine && !coders.includes(coder)) coders.push(coder);
  const values = [
    theme,
    STANCE_ORDER.indexOf(stance),
    mine ? 0 : coders.indexOf(coder) + 1,
    (explicit ? 0 : INFERRED) + (stale ? STALE : 0),
    round ?? 0,
    spanStart ?? 0,
    // An end is never 0, so that 0 says that the whole contribution is meant.
    spanEnd ?? 0,
  ];
  return [id, ...values.slice(0, values.findLastIndex((value) => value !== 0) + 1)];
}

/** The same page as it was before it was packed. */
export function unpackPage(page: PackedPage, themes: Ids): Page {
  const coding: Record<string, ContributionCoding> = {};
  const contributions = page.contributions.map((row): ContributionInWords => {
    const [id, text, who, about, time, stance, flags, where, taggings, newMemoId] = row;
    coding[id] = {
      ...(page.more[id] ?? UNCODED),
      taggings: taggings.map((tagging) => unpackTagging(tagging, themes, page.coders)),
    };
    return {
      id,
      text,
      who,
      about,
      time,
      stance: STANCE_ORDER[stance - 1] ?? null,
      verbatim: (flags & VERBATIM) > 0,
      participants: (flags & OTHERS_SAID) === 0,
      ...(where === "" ? {} : { where }),
      ...(newMemoId === undefined ? {} : { newMemoId }),
    };
  });
  return { contributions, coding: { readAt: page.readAt, coding } };
}

function unpackTagging(packed: PackedTagging, themes: Ids, coders: readonly string[]): ContributionTagging {
  const [id, ...values] = packed;
  const at = (place: number) => Number(values[place] ?? 0);
  const whole = at(6) === 0;
  return {
    id: String(id),
    themeId: themes[at(0)]?.id ?? "",
    stance: STANCE_ORDER[at(1)] ?? "observation",
    coder: coders[at(2) - 1] ?? "",
    mine: at(2) === 0,
    explicit: (at(3) & INFERRED) === 0,
    stale: (at(3) & STALE) > 0,
    round: at(4) === 0 ? null : at(4),
    spanStart: whole ? null : at(5),
    spanEnd: whole ? null : at(6),
  };
}
