/** A form field of older Word files. What was chosen in it stands in its settings, and in no run of text. */
export type FormField = {
  entries?: string[];
  /** The place of the entry that is chosen. */
  result?: number;
  shown?: string;
};

/** The field after one more of its settings was read. */
export function chosenOf(field: FormField, tag: string, { val = "" }: Record<string, string>): FormField {
  const isOn = !["0", "false", "off"].includes(val);
  switch (tag) {
    case "listEntry": {
      const entries = [...(field.entries ?? []), val];
      return { ...field, entries, shown: entries[field.result ?? 0] ?? "" };
    }
    case "result":
      return { ...field, result: Number(val), shown: field.entries?.[Number(val)] ?? "" };
    case "checkBox":
      return { ...field, shown: "☐" };
    case "checked":
    case "default":
      return field.shown === "☐" || field.shown === "☒" ? { ...field, shown: isOn ? "☒" : "☐" } : field;
    default:
      return field;
  }
}
