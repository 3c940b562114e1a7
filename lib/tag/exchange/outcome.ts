import { Refusal } from "@/lib/platform/errors";

/**
 * The result of reading a file: the value, with warnings about what was left out; or the reason why there is
 * none.
 */
export type Outcome<T> = { ok: true; value: T; warnings: string[] } | { ok: false; reason: string };

type Read<T> = { value: T; warnings: string[] };

/** Reads, and turns a refusal into an outcome. Anything else that is thrown is a fault. */
export async function outcomeOf<T>(read: () => Read<T> | Promise<Read<T>>): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await read()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, reason: error.message };
  }
}
