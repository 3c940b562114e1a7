/** What the rows of the matrix are. */
export const ROW_KINDS = ["people", "roundtables"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Which part of the matrix is shown, as it is in the address. */
export type MatrixSelection = {
  rows: RowKind;
  /** Slugs of the themes that are columns; empty for every theme of the codebook that is in use. */
  themes: readonly string[];
  /** The slug of the roundtable whose rows alone are shown. */
  roundtable: string | null;
  /** From 1. */
  page: number;
};

type Query = Record<string, string | string[] | undefined>;

const SLUG = /^[a-z0-9-]{1,200}$/;
const MAX_COLUMNS = 60;
const MAX_PAGE = 10_000;

/** The selection in an address; what cannot be read is left out. */
export function readSelection(query: Query): MatrixSelection {
  const first = (name: string) => [query[name] ?? []].flat()[0];
  const page = Number(first("page"));
  const roundtable = first("roundtable") ?? "";
  return {
    rows: first("rows") === "roundtables" ? "roundtables" : "people",
    themes: [query.theme ?? []]
      .flat()
      .slice(0, MAX_COLUMNS)
      .filter((slug) => SLUG.test(slug)),
    roundtable: SLUG.test(roundtable) ? roundtable : null,
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/** The selection as the end of an address: "?rows=roundtables", or nothing where all of it is as usual. */
export function selectionQuery({ rows, themes, roundtable, page }: MatrixSelection): string {
  const query = new URLSearchParams();
  if (rows !== "people") query.set("rows", rows);
  for (const slug of themes) query.append("theme", slug);
  if (roundtable !== null) query.set("roundtable", roundtable);
  if (page !== 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of a cell below the matrix's own: what the rows are, which row, which theme. */
export function cellPath(rows: RowKind, rowId: string, themeSlug: string): string {
  return `${rows}/${rowId}/${themeSlug}`;
}

/** How many rows a page of the matrix has. */
export const ROWS_PER_PAGE = 20;
