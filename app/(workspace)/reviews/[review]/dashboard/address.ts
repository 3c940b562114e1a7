import type { FindingKind } from "@/lib/aggregate/publication/finding/finding-kind";
import type { Stance } from "@/lib/capture/contribution/stance";
import { themeInAddress } from "@/lib/tag/codebook/theme-slug";

export type Address = {
  roundtable?: string | null;
  release?: number | null;
  theme?: string;
  stance?: string | null;
  page?: number;
  /** The filters of live figures, as filter-address.ts writes them. */
  fields?: readonly [name: string, value: string][];
  /** Live contributions that another theme is set on too. */
  also?: string | null;
  /** Live contributions of one stance, which narrows no figure. */
  said?: string | null;
  /** A release with its tables before its sections; live figures with the numbers behind their bars. */
  show?: "tables" | "numbers" | null;
};

export type Asked = { [key: string]: string | string[] | undefined };

/** The address of the dashboard, or of a theme's evidence, for that scope, so that it can be shared. */
export function dashboardHref(
  review: string,
  { roundtable, release, theme, stance, page, fields, also, said, show }: Address,
): string {
  const own = {
    ...(roundtable ? { roundtable } : {}),
    ...(release ? { release: String(release) } : {}),
    ...(also ? { also } : {}),
    ...(said ? { said } : {}),
    ...(stance ? { stance } : {}),
    ...(show ? { show } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  };
  const query = new URLSearchParams([...(fields ?? []), ...Object.entries(own)]).toString();
  const path = `/reviews/${review}/dashboard${theme ? `/${themeInAddress(theme)}` : ""}`;
  return query ? `${path}?${query}` : path;
}

/** The address of a page below the dashboard as a link on the dashboard itself has it, which has dozens. */
export function fromDashboard(href: string): string {
  return href.replace(/^\/reviews\/[^/]+\//, "");
}

type PartAddress = { release?: number | null; by?: string | null; stance?: Stance | null; page?: number };

/** The address of a part of a release that is a page of its own. */
export function partHref(
  review: string,
  part: "groups" | "npqs" | "roundtables",
  { release, by, stance, page }: PartAddress,
): string {
  const query = new URLSearchParams({
    ...(release ? { release: String(release) } : {}),
    ...(by ? { by } : {}),
    ...(stance ? { stance } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  }).toString();
  const path = `/reviews/${review}/dashboard/${part}`;
  return query ? `${path}?${query}` : path;
}

type FindingsAddress = {
  release?: number | null;
  kind?: FindingKind | null;
  /** Slugs of a theme and of one of DfE’s areas. */
  theme?: string | null;
  area?: string | null;
  page?: number;
};

/** The address of all findings of a release, narrowed. */
export function findingsHref(review: string, { release, kind, theme, area, page }: FindingsAddress): string {
  const query = new URLSearchParams({
    ...(release ? { release: String(release) } : {}),
    ...(kind ? { kind } : {}),
    ...(theme ? { theme } : {}),
    ...(area ? { area } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  }).toString();
  const path = `/reviews/${review}/dashboard/findings`;
  return query ? `${path}?${query}` : path;
}

/** One value of the query; null where it is missing, empty or repeated. */
export function asked(query: Asked, name: string): string | null {
  const value = query[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** A number from 1, or null for anything else. */
export function askedNumber(query: Asked, name: string): number | null {
  const value = asked(query, name);
  return value !== null && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}
