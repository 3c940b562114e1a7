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
