/**
 * The columns of the grid of people; those up to the permission are visible without scrolling on a desktop
 * screen.
 */
export const GRID_COLUMNS = [
  "name",
  "organisation",
  "role",
  "permission",
  "means",
  "phase",
  "setting",
  "region",
  "npqsTaken",
  "table",
  "present",
  "host",
  "seat",
  "npqsDelivered",
  "email",
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];
export type GridCells = Partial<Record<GridColumn, string>>;

export const COLUMN_WORDS: Record<GridColumn, string> = {
  name: "Name",
  organisation: "Organisation",
  role: "Role",
  phase: "Phase",
  setting: "Setting",
  region: "Region",
  npqsTaken: "NPQs taken",
  permission: "Permission",
  means: "How they said so",
  table: "Table",
  present: "Present",
  host: "Host",
  seat: "Seat",
  npqsDelivered: "NPQs delivered",
  email: "Email address",
};

/** Columns that identify people: shown only where names may be seen. */
export const IDENTITY_COLUMNS: readonly GridColumn[] = ["name", "organisation", "email"];

export const isGridColumn = (text: string): text is GridColumn =>
  GRID_COLUMNS.some((column) => column === text);
