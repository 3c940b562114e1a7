import { PHASES, REGIONS, SETTINGS } from "./vocabulary";

/** A school of the register, as it is looked up. */
export type School = {
  urn: number;
  name: string;
  town: string | null;
  localAuthority: string | null;
  region: string | null;
  phase: string | null;
  setting: string | null;
  trust: string | null;
  open: boolean;
};

export type SchoolsLoaded = { loaded: number; outsideEngland: number; unreadable: number };
export type SchoolRegister = { schools: number; open: number; loadedAt: Date | null };

/** Lower case, without punctuation and accents: how names of schools are stored for searching. */
export function soughtOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What can be wrong with an extract; the page chooses its words by this name. */
export const EXTRACT_PROBLEMS = {
  none: "Choose the extract of the register.",
  damaged: "This is not a CSV file, or it is damaged. Download the extract again.",
  empty: "The file is empty.",
  columns:
    "This is not the register: it needs the columns URN, EstablishmentName, and the names of type, group, status, phase and GOR. Choose the CSV of all establishments with every field.",
  large: "This file is larger than 150 MB, which the register is not. Choose the CSV of all establishments.",
  cut: "Part of the file did not arrive. Send it again.",
} as const;

const COLUMNS = {
  urn: "URN",
  name: "EstablishmentName",
  type: "TypeOfEstablishment (name)",
  group: "EstablishmentTypeGroup (name)",
  status: "EstablishmentStatus (name)",
  phase: "PhaseOfEducation (name)",
  region: "GOR (name)",
} as const;
const OPTIONAL = { town: "Town", localAuthority: "LA (name)", trust: "Trusts (name)" } as const;

type Cell = keyof typeof COLUMNS | keyof typeof OPTIONAL;
export type RegisterColumns = Map<Cell, number>;

/** Where the columns are in the extract's heading; null where a required one is missing. */
export function registerColumns(heading: readonly string[]): RegisterColumns | null {
  const places = new Map<Cell, number>();
  const entries = Object.entries({ ...COLUMNS, ...OPTIONAL }) as [Cell, string][];
  for (const [cell, title] of entries) {
    const index = heading.findIndex((one) => one.trim() === title);
    if (index >= 0) places.set(cell, index);
    else if (cell in COLUMNS) return null;
  }
  return places;
}

/** Welsh schools have a region of their own; schools abroad and on the islands have none. */
const ABROAD = /welsh|overseas|offshore|service children/i;

/**
 * A row of the extract as a school; "outside" for one that is not in England, null for one that cannot be
 * read. Special schools and alternative provision are classified as that, whoever maintains them: the
 * register lists their academies as academies, and their units as maintained schools.
 */
export function schoolOf(cells: readonly string[], columns: RegisterColumns): School | "outside" | null {
  const cell = (name: Cell) => cells[columns.get(name) ?? -1]?.trim() ?? "";
  const urn = Number(cell("urn"));
  if (!Number.isInteger(urn) || urn <= 0 || cell("name") === "") return null;
  const [type, group, gor] = [cell("type"), cell("group"), cell("region")];
  if (ABROAD.test(type) || ABROAD.test(group) || /^wales/i.test(gor)) return "outside";
  return {
    urn,
    name: cell("name"),
    town: cell("town") || null,
    localAuthority: cell("localAuthority") || null,
    region: among(REGIONS, gor),
    phase: among(PHASES, cell("phase")),
    setting: settingOf(type, group),
    trust: cell("trust") || null,
    open: cell("status").startsWith("Open"),
  };
}

function settingOf(type: string, group: string): string | null {
  if (/pupil referral|alternative provision/i.test(type))
    return "Pupil referral unit or alternative provision";
  if (/special/i.test(type) && !/post 16/i.test(type)) return "Special schools";
  return among(SETTINGS, group);
}

/** The register's spelling differs from the vocabulary's only in capitals. */
function among(values: readonly string[], value: string): string | null {
  return values.find((one) => one.toLowerCase() === value.toLowerCase()) ?? null;
}
