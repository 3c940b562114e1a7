import { PERMISSION_LEVELS } from "@/lib/capture/people/permission-choices";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { NPQS, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { LEAVE_OUT, type MappedField } from "./attendance-mapping";
import { NOT_APPLICABLE, OTHER_FIELD } from "./attendance-values";

type Option = { value: string; label: string };
/** Options under a heading of their own; the column's own options have no heading. */
export type OptionGroup = { heading: string | null; options: Option[] };

const same = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));
const other = (prefix: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value: prefix + value, label: value }));

const NOTHING: Option = { value: NOT_APPLICABLE, label: "Not applicable" };
const YES_NO: Option[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function ownOptions(field: MappedField, tables: readonly string[]): Option[] {
  switch (field) {
    case "role":
      return [...same(ROLES), NOTHING];
    case "phase":
      return same(PHASES);
    case "setting":
      return [...same(SETTINGS), NOTHING];
    case "region":
      return [...same(REGIONS), NOTHING];
    case "npqsTaken":
    case "npqsDelivered":
      return [...NPQS.map(({ code, name }) => ({ value: code, label: `${code}: ${name}` })), NOTHING];
    case "permission":
      return [
        ...PERMISSION_LEVELS.map((value) => ({ value, label: PERMISSION_WORDS[value] })),
        { value: NOT_APPLICABLE, label: NO_PERMISSION },
      ];
    case "host":
    case "present":
      return YES_NO;
    case "table":
      return [...same(tables), NOTHING];
    case "urn":
    case "email":
    case "seat":
    case "label":
      return [];
  }
}

/**
 * The possible meanings of a column's value. A phase column may name settings, and a setting column phases.
 */
export function optionsFor(field: MappedField, tables: readonly string[]): OptionGroup[] {
  const across =
    field === "phase"
      ? [{ heading: "A setting, not a phase", options: other(OTHER_FIELD.phase, SETTINGS) }]
      : field === "setting"
        ? [{ heading: "A phase, not a setting", options: other(OTHER_FIELD.setting, PHASES.slice(0, -1)) }]
        : [];
  return [
    { heading: null, options: ownOptions(field, tables) },
    ...across,
    { heading: null, options: [{ value: LEAVE_OUT, label: "Leave out" }] },
  ];
}
