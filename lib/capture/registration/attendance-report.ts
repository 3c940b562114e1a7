import type { FileRow } from "./attendance-mapping";

/** The people of a meeting as its program reports them, and what else stood in the file. */
export type AttendanceReport = {
  header: string[];
  rows: FileRow[];
  /** What was left out, as a sentence; null where there was nothing else. */
  left: string | null;
};

const NAMES = new Set(["name", "full name", "name original name", "participant name", "display name"]);
/** What a report says of each person's stay, and other lists of people do not. */
const STAYS = new Set([
  ...[
    "first join",
    "first join time",
    "join time",
    "time joined",
    "last leave",
    "last leave time",
    "leave time",
  ],
  ...["in meeting duration", "total duration minutes", "duration minutes", "duration", "user action"],
]);
/** A table with one of these is a record of what was said. */
const SAID = new Set([
  "text",
  "words",
  "transcript",
  "message",
  "comment",
  "comments",
  "contribution",
  "answer",
  "response",
  "feedback",
  "question",
]);
const ORGANISERS = /^(?:co-?)?(?:organi[sz]er|host)$/i;
/** What programs add to a name to say how somebody came in. */
const ADDED =
  /\((?:guest|external|unverified|organi[sz]er|(?:co-?)?host|me|you)(?:, ?(?:me|guest|host))?\)$/i;
const SECTION = /^\d{1,2}\. ?\S/;

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

function isHeader(cells: readonly string[]): boolean {
  const titles = cells.map(plain);
  const named =
    titles.some((title) => NAMES.has(title)) ||
    (titles.includes("first name") && titles.includes("last name"));
  return named && titles.some((title) => STAYS.has(title)) && !titles.some((title) => SAID.has(title));
}

/** How many lines may stand above the people: the meeting's title, its times and how many came. */
const ABOVE = 60;

/** Whether a text is a meeting's report of who attended: people, and nothing that they said. */
export function isAttendanceReport(text: string): boolean {
  return text
    .slice(0, 20_000)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/, ABOVE)
    .some((line) => ["\t", ",", ";"].some((sign) => isHeader(line.split(sign))));
}

/**
 * The people in the report of a meeting of Teams, Zoom or Meet: the first of its sections that lists them, with a column
 * that says who is a host. Null for any other list.
 */
export function readReport(rows: readonly FileRow[]): AttendanceReport | null {
  const at = rows.slice(0, ABOVE).findIndex(({ cells }) => isHeader(cells));
  const header = rows[at];
  if (!header) return null;
  const below = rows.slice(at + 1);
  const end = below.findIndex(({ cells }) => isSection(cells) || isHeader(cells));
  const people = end < 0 ? below : below.slice(0, end);
  const titles = header.cells.map((title) => title.trim());
  const columns = columnsOf(titles);
  const hosts = hostsAbove(rows.slice(0, at));
  const headings = titles.map((title, index) => headingOf(title, index, columns));
  return {
    header: [...headings, "Host", ...(columns.isOriginal ? ["Original name"] : [])],
    rows: people.map(({ line, cells }) => ({
      line,
      cells: personCells(cells, columns, hosts, titles.length),
    })),
    left: leftOut(rows, at, end < 0 ? rows.length : at + 1 + end),
  };
}

type Columns = { name: number; email: number; account: number; role: number; isOriginal: boolean };

function columnsOf(titles: readonly string[]): Columns {
  const words = titles.map(plain);
  const find = (...known: string[]) => words.findIndex((title) => known.includes(title));
  const name = words.findIndex((title) => NAMES.has(title));
  return {
    name,
    email: find("email", "user email", "email address"),
    account: find("participant id upn", "upn"),
    role: find("role"),
    isOriginal: words[name] === "name original name",
  };
}

/** The headings by which the columns are recognised. A role in a meeting is no role at a school. */
function headingOf(title: string, index: number, { name, email, role }: Columns): string {
  if (index === name) return "Name";
  if (index === email) return "Email";
  return index === role ? "Role in the meeting" : title;
}

function personCells(
  cells: readonly string[],
  columns: Columns,
  hosts: ReadonlySet<string>,
  width: number,
): string[] {
  const cell = (index: number) => (cells[index] ?? "").trim();
  const { name, original, added } = nameOf(cell(columns.name), columns.isOriginal);
  const account = cell(columns.account);
  const email = cell(columns.email) || (isAddress(account) ? account : "");
  const isHost =
    ORGANISERS.test(cell(columns.role)) ||
    /host/i.test(added) ||
    [name, email].some((one) => hosts.has(one.toLowerCase()));
  const own = Array.from({ length: width }, (_, index) =>
    index === columns.name ? name : index === columns.email ? email : cell(index),
  );
  return own.some(Boolean) ? [...own, isHost ? "yes" : "", ...(columns.isOriginal ? [original] : [])] : [];
}

/** Zoom puts the name of the account in brackets after the one that was shown in the meeting. */
function nameOf(typed: string, isOriginal: boolean): { name: string; original: string; added: string } {
  let name = typed;
  let added = "";
  for (let more = ADDED.exec(name); more; more = ADDED.exec(name)) {
    added += more[0];
    name = name.slice(0, more.index).trim();
  }
  const open = isOriginal && name.endsWith(")") ? name.lastIndexOf("(") : -1;
  return open > 0
    ? { name: name.slice(0, open).trim(), original: name.slice(open + 1, -1).trim(), added }
    : { name, original: "", added };
}

function isAddress(account: string): boolean {
  return account.includes("@") && !/[#\s]|onmicrosoft/i.test(account);
}

/** Zoom names the host above the people. */
function hostsAbove(rows: readonly FileRow[]): Set<string> {
  const hosts = new Set<string>();
  for (const [at, { cells }] of rows.entries())
    for (const [column, title] of cells.entries())
      if (["host name", "host email"].includes(plain(title))) {
        const host = (rows[at + 1]?.cells[column] ?? "").trim().toLowerCase();
        if (host !== "") hosts.add(host);
      }
  return hosts;
}

function isSection(cells: readonly string[]): boolean {
  const [first = "", ...rest] = cells;
  return SECTION.test(first.trim()) && rest.every((cell) => cell.trim() === "");
}

function leftOut(rows: readonly FileRow[], begins: number, ends: number): string | null {
  const others = [...rows.slice(0, begins), ...rows.slice(ends)];
  const sections = rows.flatMap(({ cells }, at) =>
    isSection(cells) ? [{ at, title: (cells[0] ?? "").trim() }] : [],
  );
  const read = sections.findLast(({ at }) => at < begins);
  const titles = sections.filter((section) => section !== read).map(({ title }) => `“${title.slice(0, 60)}”`);
  if (titles.length > 0) return `Of this report we read the people. We left out ${titles.join(" and ")}.`;
  return others.length > 0
    ? "Of this report we read the people. We left out the lines about the meeting."
    : null;
}
