export const ATTENDANCE_FIELDS = [
  "name",
  "organisation",
  "urn",
  "email",
  "role",
  "phase",
  "setting",
  "region",
  "npqsTaken",
  "npqsDelivered",
  "host",
  "present",
  "seat",
  "table",
  "label",
] as const;
export type AttendanceField = (typeof ATTENDANCE_FIELDS)[number];

export const FIELD_WORDS: Record<AttendanceField, string> = {
  name: "Name",
  organisation: "Organisation",
  urn: "School number (URN)",
  email: "Email address",
  role: "Role",
  phase: "Phase",
  setting: "Setting",
  region: "Region",
  npqsTaken: "NPQs taken",
  npqsDelivered: "NPQs delivered",
  host: "Host",
  present: "Present",
  seat: "Seat",
  table: "Table",
  label: "Label",
};

const HEADINGS: Record<AttendanceField, readonly string[]> = {
  name: ["name", "full name", "participant", "participant name", "attendee", "fellow", "delegate"],
  organisation: ["organisation", "organization", "school", "school name", "trust", "employer", "workplace"],
  urn: ["urn", "school urn", "school number"],
  email: ["email", "e mail", "email address", "e mail address", "mail"],
  role: ["role", "job title", "job role", "position", "job"],
  phase: ["phase", "phase of education", "school phase"],
  setting: ["setting", "setting type", "school type", "type of school", "establishment type"],
  region: ["region", "gor"],
  npqsTaken: ["npqs taken", "npq taken", "npqs", "npq", "npqs completed", "npq completed"],
  npqsDelivered: ["npqs delivered", "npq delivered", "npqs facilitated", "npqs led"],
  host: ["host", "host or official", "official"],
  present: ["present", "attended", "attendance", "attending", "here"],
  seat: ["seat", "seat number", "place"],
  table: ["table", "break out table", "breakout table", "group", "table name"],
  label: ["label", "pseudonym", "code", "id"],
};

/** Which field each column of the list is, by its heading; null for one that is not used. */
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
