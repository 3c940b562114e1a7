/** Work that stops now and then, so that whoever does it may let others go first. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How long the work may hold a process up at a time. */
const STRETCH_MS = 15;

/** Does the work without a pause, for callers that nobody waits behind. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work in short stretches, between which everything else that the process has to do gets its turn. */
export async function inStretches<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < STRETCH_MS) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
}
