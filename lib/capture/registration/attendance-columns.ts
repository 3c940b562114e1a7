export const ATTENDANCE_FIELDS = [
  "name",
  "givenName",
  "familyName",
  "organisation",
  "urn",
  "email",
  "role",
  "phase",
  "setting",
  "region",
  "npqsTaken",
  "npqsDelivered",
  "permission",
  "host",
  "present",
  "seat",
  "table",
  "label",
] as const;
export type AttendanceField = (typeof ATTENDANCE_FIELDS)[number];

export const FIELD_WORDS: Record<AttendanceField, string> = {
  name: "Name",
  givenName: "First name",
  familyName: "Surname",
  organisation: "Organisation",
  urn: "School number (URN)",
  email: "Email address",
  role: "Role",
  phase: "Phase",
  setting: "Setting",
  region: "Region",
  npqsTaken: "NPQs taken",
  npqsDelivered: "NPQs delivered",
  permission: "Permission",
  host: "Host",
  present: "Present",
  seat: "Seat",
  table: "Table",
  label: "Label",
};

const HEADINGS: Record<AttendanceField, readonly string[]> = {
  name: ["name", "full name", "participant", "participant name", "attendee", "fellow", "delegate"],
  givenName: ["first name", "forename", "given name", "firstname"],
  familyName: ["surname", "last name", "family name", "lastname"],
  organisation: ["organisation", "organization", "school", "school name", "trust", "employer", "workplace"],
  urn: ["urn", "school urn", "school number"],
  email: ["email", "e mail", "email address", "e mail address", "mail"],
  role: ["role", "job title", "job role", "position", "job"],
  phase: ["phase", "phase of education", "school phase", "phase setting", "phase or setting"],
  setting: ["setting", "setting type", "school type", "type of school", "establishment type"],
  region: ["region", "gor", "area", "region of england"],
  npqsTaken: ["npqs taken", "npq taken", "npqs", "npq", "npqs completed", "npq completed"],
  npqsDelivered: ["npqs delivered", "npq delivered", "npqs facilitated", "npqs led"],
  permission: [
    ...["permission", "permissions", "permission given", "consent", "consent given", "consent level"],
    ...["consent to publish", "consent to quote", "publication", "publication consent"],
  ],
  host: ["host", "host or official", "official"],
  present: ["present", "attended", "attendance", "attending", "here"],
  seat: ["seat", "seat number", "place"],
  table: ["table", "break out table", "breakout table", "group", "table name"],
  label: ["label", "pseudonym", "code", "id"],
};

/** Which field each column of the list holds, by its heading; null for one that is not used. */
export function guessColumns(header: readonly string[]): (AttendanceField | null)[] {
  const taken = new Set<AttendanceField>();
  return header.map((heading) => {
    const words = heading
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
    const field = ATTENDANCE_FIELDS.find((one) => HEADINGS[one].includes(words)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

const WHO: readonly AttendanceField[] = ["name", "givenName", "familyName", "label"];

/** What is wrong with the chosen columns, by the column's position. */
export function columnProblems(columns: readonly (AttendanceField | null)[]): Map<number, string> {
  const problems = new Map<number, string>();
  for (const [index, field] of columns.entries())
    if (field !== null && columns.indexOf(field) !== index)
      problems.set(index, `Another column already holds “${FIELD_WORDS[field]}”. Choose one of them`);
  if (!columns.some((field) => field !== null && WHO.includes(field)))
    problems.set(0, "Choose the column that holds the names, or the labels");
  return problems;
}
