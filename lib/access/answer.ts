import type { z } from "zod";
import { invalid, Refusal } from "@/lib/platform/errors";
import { noteRefusal } from "./reading";

/** What a query that a page's script asks for is answered: what it found, or in words why it is refused. */
export type Answer<Found> = { ok: true; found: Found } | { ok: false; message: string };

/**
 * Runs such a query. Being signed out, not finding something and not being allowed it are expected: they are
 * answers, and only a fault is an error.
 */
export async function answer<Found>(query: () => Promise<Found>): Promise<Answer<Found>> {
  try {
    return { ok: true, found: await query() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(error);
    return { ok: false, message: error.message };
  }
}

/** What was asked for, or a refusal where it cannot be read. */
export function readAsked<Schema extends z.ZodType>(schema: Schema, asked: unknown): z.output<Schema> {
  const parsed = schema.safeParse(asked);
  if (!parsed.success) throw invalid("This request could not be read. Reload the page, then try again.");
  return parsed.data;
}
