import { use, useEffect, useState } from "react";

const AGAIN_MS = 5000;
const onServer = typeof window === "undefined";

/** A part of a page whose script comes when the page has been shown, because its first look does not need it. */
export type Later<Part> = {
  /** It, once it is there. */
  now: () => Part | null;
  /** Brings it; fails where there is no network, and can be asked again. */
  get: () => Promise<Part>;
};

export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let part: Part | null = null;
  let coming: Promise<Part> | null = null;
  return {
    now: () => part,
    get: () =>
      (coming ??= load().then(
        (loaded) => (part = loaded),
        (error: unknown) => {
          coming = null;
          throw error;
        },
      )),
  };
}

/** The part where a page cannot be shown without it: on the server, and in a page that opens with it. */
export function useLater<Part>(part: Later<Part>): Part {
  return part.now() ?? use(part.get());
}

/** Brings the part as soon as the browser has nothing else to do, and asks again until it is there. Null until then. */
export function usePrepared<Part>(part: Later<Part>): Part | null {
  // The server has it from another page that opened with it, and would show what this browser has not yet.
  const [ready, setReady] = useState(() => (onServer ? null : part.now()));
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const bring = () =>
      part.get().then(
        (loaded) => left || setReady(() => loaded),
        () => {
          if (!left) timer = setTimeout(() => void bring(), AGAIN_MS);
        },
      );
    // Not every browser has requestIdleCallback.
    timer = setTimeout(() => void bring(), 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [part]);
  return ready;
}
