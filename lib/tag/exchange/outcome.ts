import { Refusal } from "@/lib/platform/errors";

/**
 * The result of reading a file: the value, with warnings about what was left out, and what else is known of the reading; or
 * the reason why there is none.
 */
export type Outcome<T, More = unknown> = ({ ok: true } & Read<T> & More) | { ok: false; reason: string };

type Read<T> = { value: T; warnings: string[] };

/** Reads, and turns a refusal into an outcome. Anything else that is thrown is a fault. */
export async function outcomeOf<T, More = unknown>(
  read: () => (Read<T> & More) | Promise<Read<T> & More>,
): Promise<Outcome<T, More>> {
  try {
    return { ok: true, ...(await read()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, reason: error.message };
  }
}
