/** The shape of the demonstration's content, which is stored through the application's own commands. */

export type Theme =
  | "leadership"
  | "assessment"
  | "phase"
  | "funding"
  | "coaching"
  | "delivery"
  | "implementation"
  | "repetition"
  | "content"
  | "networks"
  | "other";

export type Stance = "strength" | "improvement" | "ask" | "observation";

/** DfE's own four areas, a separate axis from the themes. */
type Area = "send" | "progression" | "workload" | "operational-leadership";

/** NPQML is retired, but people still name it. */
type Npq =
  | "NPQEYL"
  | "NPQEL"
  | "NPQH"
  | "NPQSL"
  | "NPQSENCO"
  | "NPQLBC"
  | "NPQLL"
  | "NPQLPM"
  | "NPQLT"
  | "NPQLTD"
  | "NPQML";

type Role =
  | "classroom teacher"
  | "middle leader"
  | "head of year or phase"
  | "SENCO"
  | "assistant head"
  | "deputy head"
  | "headteacher"
  | "executive head"
  | "trust chief executive"
  | "chief financial officer"
  | "governor or trustee"
  | "NPQ facilitator"
  | "other";

type Phase = "Nursery" | "Primary" | "Secondary" | "All-through" | "16 plus" | "Not applicable";

type Setting =
  | "Academies"
  | "Local authority maintained schools"
  | "Special schools"
  | "Independent schools"
  | "Colleges"
  | "Pupil referral unit or alternative provision"
  | "Multi-academy trust";

type Region =
  | "North East"
  | "North West"
  | "Yorkshire and The Humber"
  | "East Midlands"
  | "West Midlands"
  | "East of England"
  | "London"
  | "South East"
  | "South West";

/** null: not recorded, which means the same as not_published. */
type Permission = "verbatim" | "paraphrase" | "not_published" | null;

/** An invented person, at an invented school, trust or body. */
export type DemoPerson = { key: string; name: string; organisation: string };

/** A person at one roundtable, described as on that day. Hosts have no phase, setting or region. */
export type DemoParticipant = {
  /** Key of a DemoPerson. */
  person: string;
  /** Unique only within its roundtable. */
  label: string;
  role: Role;
  phase?: Phase;
  setting?: Setting;
  region?: Region;
  permission: Permission;
  present: boolean;
  npqsTaken?: Npq[];
  host?: true;
};

export type DemoTag = { theme: Theme; stance: Stance };

/** Words in the text, and the kind of thing to show in their place. */
type DemoMask = { words: string; as: "school" | "trust" | "provider" | "place" };

/** The letter is the roundtable's (f Fellows, n northern, o online), the first digit the question's. */
export type ContributionKey = `${"f" | "n" | "o"}${number}`;

export type DemoContribution = {
  key: ContributionKey;
  id: string;
  source: "identified" | "unidentified" | "group" | "host" | "note";
  /** Label of a participant; only for the sources identified and host. */
  speaker?: string;
  wording: "gist" | "verbatim";
  text: string;
  /** 1-based position in the roundtable's questions. */
  question: number;
  /** Absent where the contribution's taggings have more than one stance, or there are none. */
  stance?: Stance;
  hands?: { raised: number; asked: number };
  agreementSeen?: true;
  /** Minutes after the start. */
  minute: number;
  /** One contribution may have two stances under one theme. Empty: not coded. */
  tags: DemoTag[];
  areas?: Area[];
  npqs?: Npq[];
  cleared: boolean;
  masks?: DemoMask[];
};

export type DemoRoundtable = {
  slug: string;
  title: string;
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM, Europe/London */
  start: string;
  place: string | null;
  online: boolean;
  host: string;
  confidentiality: "attributed" | "role_only" | "chatham_house";
  state: "closed" | "read_back" | "in_session";
  questions: string[];
  participants: DemoParticipant[];
  /** In the order in which they were logged. */
  contributions: DemoContribution[];
};

/**
 * A one-sentence statement of at most 240 characters, ending in a full stop, without names and without words
 * of quantity, which the software adds. With its first letter in lower case it follows "Some participants
 * said that"; where the stance is "ask" it is a noun phrase that follows "Some participants asked for".
 */
export type DemoFinding = {
  theme: Theme;
  stance: Stance;
  text: string;
  supports: ContributionKey[];
  contradicts: ContributionKey[];
  /** What those say who contradict it, where anybody does. */
  counterView?: string;
};

/** A cell of the framework matrix: of a DemoPerson, by key, or of a roundtable, by slug. */
export type DemoSummary = ({ person: string } | { roundtable: string }) & {
  theme: Theme;
  text: string;
  /** What its writer had read of the cell. */
  seen: ContributionKey[];
};

export type Demonstration = {
  people: DemoPerson[];
  roundtables: DemoRoundtable[];
  findings: DemoFinding[];
  summaries: DemoSummary[];
};
