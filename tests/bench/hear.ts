import type { LiveEvent } from "@/lib/platform/events";

type Waiting = { wanted: (event: LiveEvent) => boolean; heard: (event: LiveEvent) => void };

/** Opens the stream of live events as a browser does. `next` waits for the first that is wanted. */
export async function hear(url: string, cookie: string) {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/events`, { headers: { cookie }, signal: stop.signal });
  if (!response.ok || !response.body) throw new Error(`The events answered ${response.status}.`);
  const waiting = new Set<Waiting>();
  const tell = (event: LiveEvent) => {
    for (const one of waiting)
      if (one.wanted(event)) {
        waiting.delete(one);
        one.heard(event);
      }
  };
  const reading = read(response.body, tell).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    next: (wanted: Waiting["wanted"]) =>
      new Promise<LiveEvent>((heard) => void waiting.add({ wanted, heard })),
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

async function read(body: ReadableStream<Uint8Array>, tell: (event: LiveEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks)
      if (block.startsWith("data: ")) tell(JSON.parse(block.slice("data: ".length)) as LiveEvent);
  }
}
