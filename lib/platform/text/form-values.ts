/** A form's field with several values arrives as nothing, one string or a list: returns a list. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** An empty form field means that nothing was chosen. */
export function blankAsNull(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}
