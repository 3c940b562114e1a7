/** The number of a school that was looked up on its page, as it comes back in an address. */
export function urnOf(value: unknown): number | null {
  return typeof value === "string" && /^[0-9]{1,7}$/.test(value) ? Number(value) : null;
}
