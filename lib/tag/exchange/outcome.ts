import { Refusal } from "@/lib/platform/errors";

/** What reading a file gave: the value, with what had to be left out of it in words; or why there is none. */
export type Outcome<T> = { ok: true; value: T; warnings: string[] } | { ok: false; reason: string };

type Read<T> = { value: T; warnings: string[] };

/** Reads, and makes an outcome of a refusal. Anything else that is thrown is a fault. */
export async function outcomeOf<T>(read: () => Read<T> | Promise<Read<T>>): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await read()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, reason: error.message };
  }
}
