/**
 * How many events a process has told of so far, as `process:count`. A page bears the position from before it was
 * read, the stream tells its own: so a page knows whether it may have missed something.
 */
export type LivePosition = string;

export function livePositionOf(processId: string, told: number): LivePosition {
  return `${processId}:${told}`;
}

/** Whether something was told of between the two; so too where another process, or one started again, tells. */
export function isBehind(page: LivePosition, stream: LivePosition): boolean {
  const [pageProcess, pageTold] = page.split(":");
  const [streamProcess, streamTold] = stream.split(":");
  return pageProcess !== streamProcess || Number(pageTold) < Number(streamTold);
}
