import type { Stance } from "@/lib/capture/contribution/stance";

/** The program that wrote a file, as files that are exported from here say. */
export const ORIGIN = "NPQ review";

/**
 * A project of qualitative coding as programs exchange it: the part of REFI-QDA 1.5 that a review uses. Every
 * `guid` is a UUID in lower case without braces, the same in each export; an absent text is "". The order of
 * the lists is kept.
 */
export type ExchangeProject = {
  title: string;
  description: string;
  /** The program that wrote it. */
  origin: string;
  createdBy: string | null;
  createdAt: Date | null;
  coders: ExchangeCoder[];
  codes: ExchangeCode[];
  variables: ExchangeVariable[];
  cases: ExchangeCase[];
  sources: ExchangeSource[];
  notes: ExchangeNote[];
  sets: ExchangeSet[];
  /** Notes about the project as a whole. */
  noteGuids: string[];
};

export type ExchangeCoder = { guid: string; name: string };

export type ExchangeCode = {
  guid: string;
  name: string;
  description: string;
  /** As #rrggbb, in lower case. */
  colour: string | null;
  /** False for a folder of codes. */
  isCodable: boolean;
  noteGuids: string[];
  children: ExchangeCode[];
};

export type ExchangeSource = {
  guid: string;
  name: string;
  description: string;
  /** With LF line ends; null where an imported project has none, never in one that is exported. */
  text: string | null;
  authorGuid: string | null;
  at: Date | null;
  selections: ExchangeSelection[];
  /** Notes on the source as a whole. */
  codings: ExchangeCoding[];
  noteGuids: string[];
  attributes: ExchangeAttribute[];
};

/**
 * A passage of a source: a contribution of a roundtable, or a span of words in one. Code points, end
 * exclusive.
 */
export type ExchangeSelection = {
  guid: string;
  name: string;
  description: string;
  start: number;
  end: number;
  authorGuid: string | null;
  at: Date | null;
  codings: ExchangeCoding[];
  noteGuids: string[];
};

export type ExchangeCoding = {
  guid: string;
  codeGuid: string;
  coderGuid: string | null;
  at: Date | null;
  stance: Stance | null;
  noteGuids: string[];
};

export type ExchangeNote = {
  guid: string;
  name: string;
  description: string;
  text: string;
  authorGuid: string | null;
  at: Date | null;
};

export type ExchangeCase = {
  guid: string;
  name: string;
  description: string;
  codeGuids: string[];
  attributes: ExchangeAttribute[];
  sourceGuids: string[];
  selectionGuids: string[];
};

export const VARIABLE_TYPES = ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

type ExchangeVariable = { guid: string; name: string; description: string; type: VariableType };

/** Numbers are finite; integers are safe integers. A date is "2026-05-14". */
export type AttributeValue =
  | { type: "Text" | "Date"; value: string }
  | { type: "Boolean"; value: boolean }
  | { type: "Integer" | "Float"; value: number }
  | { type: "DateTime"; value: Date };

export type ExchangeAttribute = { variableGuid: string } & AttributeValue;

export type ExchangeSet = {
  guid: string;
  name: string;
  description: string;
  codeGuids: string[];
  sourceGuids: string[];
  noteGuids: string[];
};
