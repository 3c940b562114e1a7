/** What a reader found in a file and did not take, where it stands, and why: "stands before the first caption". */
export type LeftOut = { line: number; reason: string; text: string };
