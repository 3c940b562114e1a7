/** The lists from which attributes of participants are chosen, spelt as in the schools register. */

export const ROLES = [
  "classroom teacher",
  "middle leader",
  "head of year or phase",
  "SENCO",
  "assistant head",
  "deputy head",
  "headteacher",
  "executive head",
  "trust chief executive",
  "chief financial officer",
  "governor or trustee",
  "NPQ facilitator",
  "other",
] as const;

type Role = (typeof ROLES)[number];

/** Roles that figures show together, because there are too few people in most of them to be shown alone. */
const ROLE_GROUPS: Record<Role, string> = {
  "classroom teacher": "teachers and middle leaders",
  "middle leader": "teachers and middle leaders",
  "head of year or phase": "teachers and middle leaders",
  SENCO: "SENCOs",
  "assistant head": "deputy and assistant heads",
  "deputy head": "deputy and assistant heads",
  headteacher: "headteachers",
  "executive head": "headteachers",
  "trust chief executive": "trust leaders and governors",
  "chief financial officer": "trust leaders and governors",
  "governor or trustee": "trust leaders and governors",
  "NPQ facilitator": "NPQ facilitators",
  other: "people in other roles",
};

/** The group of a role; what is no role of the list stays as it is. */
export function roleGroup(role: string): string {
  const known = ROLES.find((one) => one === role);
  return known ? ROLE_GROUPS[known] : role;
}

export const PHASES = [
  "Nursery",
  "Primary",
  "Middle deemed primary",
  "Middle deemed secondary",
  "Secondary",
  "All-through",
  "16 plus",
  "Not applicable",
] as const;

/** A separate field from the phase: a pupil referral unit, for example, has no phase. */
export const SETTINGS = [
  "Academies",
  "Free Schools",
  "Local authority maintained schools",
  "Special schools",
  "Pupil referral unit or alternative provision",
  "Independent schools",
  "Colleges",
  "Universities",
  "Children's centres",
  "Online provider",
  "Multi-academy trust",
  "Single-academy trust",
  "Other types",
] as const;

export const REGIONS = [
  "North East",
  "North West",
  "Yorkshire and The Humber",
  "East Midlands",
  "West Midlands",
  "East of England",
  "London",
  "South East",
  "South West",
] as const;

type NpqGroup = "leadership" | "specialist" | "retired";

/** NPQML was replaced in 2021, but people still name it. */
export const NPQS = [
  { code: "NPQEYL", name: "Early years leadership", group: "leadership" },
  { code: "NPQEL", name: "Executive leadership", group: "leadership" },
  { code: "NPQH", name: "Headship", group: "leadership" },
  { code: "NPQSL", name: "Senior leadership", group: "leadership" },
  { code: "NPQSENCO", name: "Special educational needs co-ordinator", group: "leadership" },
  { code: "NPQLBC", name: "Leading behaviour and culture", group: "specialist" },
  { code: "NPQLL", name: "Leading literacy", group: "specialist" },
  { code: "NPQLPM", name: "Leading primary mathematics", group: "specialist" },
  { code: "NPQLT", name: "Leading teaching", group: "specialist" },
  { code: "NPQLTD", name: "Leading teacher development", group: "specialist" },
  { code: "NPQML", name: "Middle leadership", group: "retired" },
] as const satisfies readonly { code: string; name: string; group: NpqGroup }[];

export type Npq = (typeof NPQS)[number]["code"];

export const NPQ_CODES = NPQS.map(({ code }) => code);
