import { readFile } from "node:fs/promises";
import path from "node:path";

/** The fonts of pages that Next's own styles are not on, by names that stay. */
const FONTS = new Map([
  ["ui.woff2", ["atkinson-hyperlegible-next", "wght-normal"]],
  ["voice.woff2", ["source-serif-4", "wght-normal"]],
  ["voice-italic.woff2", ["source-serif-4", "wght-italic"]],
]);

export async function GET(_request: Request, { params }: RouteContext<"/font/[name]">) {
  const [family, cut] = FONTS.get((await params).name) ?? [];
  if (family === undefined) return new Response("Not found", { status: 404 });
  const file = `@fontsource-variable/${family}/files/${family}-latin-${cut}.woff2`;
  const bytes = await readFile(path.join(process.cwd(), "node_modules", file));
  return new Response(Uint8Array.from(bytes), {
    headers: { "content-type": "font/woff2", "cache-control": "public, max-age=604800" },
  });
}
