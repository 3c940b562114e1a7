import { logFault } from "@/lib/platform/log/log";

/** A file to download, which no cache stores. */
export function fileAnswer(contents: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(contents, { headers: headersOf(type, name) });
}

type Parts = AsyncGenerator<string | Uint8Array, void>;

/** The same in parts, each made when the one before it was sent. Where one fails the download breaks off. */
export function streamedFile(parts: Parts, type: string, name: string): Response {
  return new Response(streamOf(parts), { headers: headersOf(type, name) });
}

/** A page of our own making that is as long as what it lists, in parts too. */
export function streamedPage(parts: Parts): Response {
  return new Response(streamOf(parts), { headers: { "content-type": "text/html; charset=utf-8" } });
}

function streamOf(parts: Parts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // Whoever hangs up while a part is made gets no more.
  let hungUp = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await parts.next();
        if (hungUp) return;
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        logFault("download.failed", error);
        controller.error(error);
      }
    },
    async cancel() {
      hungUp = true;
      await parts.return(undefined);
    },
  });
}

function headersOf(type: string, name: string): Record<string, string> {
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
}
