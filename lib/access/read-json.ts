import type { z } from "zod";
import { invalid } from "@/lib/platform/errors";

/** The parsed body of a request to a route handler. Refuses, in words, a body that cannot be read. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<z.output<Schema>> {
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBytes)
    throw invalid("This is too much to send at once. Send it in smaller parts.");
  const parsed = schema.safeParse(parsedJson(text));
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? "This cannot be read.");
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("This cannot be read. Reload the page. Anything waiting to be sent is kept.");
  }
}
