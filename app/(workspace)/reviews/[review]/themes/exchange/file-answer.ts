/** A file to download, which no cache stores. */
export function fileAnswer(contents: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(contents, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
