import type { z } from "zod";
import { invalid, tooLarge } from "@/lib/platform/errors";

/**
 * The body of a request to a route handler. Refuses as soon as more than `maxBytes` is announced or arrives, so that
 * nobody can fill the memory.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooMuch();
  const parts: Uint8Array[] = [];
  let arrived = 0;
  for await (const part of request.body ?? []) {
    arrived += part.length;
    if (arrived > maxBytes) throw tooMuch();
    parts.push(part);
  }
  const body = new Uint8Array(arrived);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

function tooMuch() {
  return tooLarge("This is too much to send at once. Send it in smaller parts.");
}

/** The parsed JSON of such a body. Refuses, in words, what cannot be read. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parsedJson(new TextDecoder().decode(await readBody(request, maxBytes))));
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
