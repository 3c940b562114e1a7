/**
 * How many events a process has announced so far, as `process:count`. A page has the position from before it
 * was read, and the stream gives its own, so the page knows whether it may have missed something.
 */
export type LivePosition = string;

export function livePositionOf(processId: string, told: number): LivePosition {
  return `${processId}:${told}`;
}

/**
 * Whether an event was announced between the two, or they come from different processes or a restarted one.
 */
export function isBehind(page: LivePosition, stream: LivePosition): boolean {
  const [pageProcess, pageTold] = page.split(":");
  const [streamProcess, streamTold] = stream.split(":");
  return pageProcess !== streamProcess || Number(pageTold) < Number(streamTold);
}
