/** A function that reads people's words, or a file's, as the test of linear time feeds it. */
export type Fed = {
  /** The files whose patterns it uses. */
  files: readonly string[];
  does: string;
  run: (text: string) => unknown;
  /** Of the longest text, where the usual one takes long, though in proportion. */
  length?: number;
};

export function fed(
  files: string | readonly string[],
  does: string,
  run: (text: string) => unknown,
  length?: number,
): Fed {
  return { files: typeof files === "string" ? [files] : files, does, run, ...(length ? { length } : {}) };
}

/**
 * With a line end in fifty only: the library that reads tables takes some time for each row, the same for each, so
 * that a hundred thousand rows would take this test minutes.
 */
export function fewLines(text: string): string {
  let ends = 0;
  return text.replace(/[\r\n]/g, (end) => (ends++ % 50 === 0 ? end : " "));
}
