/** The number of a school that was chosen on the page for looking up schools, from the address. */
export function urnOf(value: unknown): number | null {
  return typeof value === "string" && /^[0-9]{1,7}$/.test(value) ? Number(value) : null;
}
