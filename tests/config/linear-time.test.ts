import { afterAll, describe, expect, test } from "vitest";
import { WorkerPool } from "@/lib/platform/workers/pool";
import { fasterThanLength, TIMES_SHORTER } from "@/tests/support/text-work/growth";
import { FED, MEASURE } from "@/tests/support/text-work/tasks";

const pool = new WorkerPool("tests/support/text-work/tasks.ts", 1);
afterAll(() => pool.stop());

/** What people may type, or a file may hold, again and again. */
const REPEATED = [
  ...[
    "a",
    "learning ",
    "Learning ",
    "C of E ",
    "Ada O’Neill-Lane ",
    "A-B’C",
    "J. ",
    "Mr ",
    "my head ",
    "Two people ",
  ],
  ...["@", "a@", "a.b@c.", "+", ":", "Ada: ", ", ", "\\", '"a ', "“", "‘a ", "’s ", "(", "[a] ", "<v "],
  ...["0", "12:30 ", "10:02 From a to ", "1\n", ".", "... ", " ", "\n", "\t", "\r", "👍", "e\u0301"],
];

const LONG = 30_000;

/**
 * Repeated up to a length inside a sentence, which a pattern may enter and not leave, and single signs alone too: a pattern
 * may begin at the first of them.
 */
function textsOf(length: number): string[] {
  return REPEATED.flatMap((repeated) => {
    const text = repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length);
    return [`We are ${text}!x`, ...(repeated.length === 1 ? [text] : [])];
  });
}

/** The processor time for each text, until it is enough. Where a thread was frozen and stopped, says by which text. */
async function timesOf(at: number, texts: readonly string[], enough?: number): Promise<number[]> {
  return pool.run(MEASURE, at, texts, enough).catch(async () => {
    const times: number[] = [];
    for (const text of texts)
      times.push(
        ...(await pool.run(MEASURE, at, [text]).catch(() => expect.fail(`frozen by ${shown(text)}`))),
      );
    return times;
  });
}

const shown = (text: string) => JSON.stringify(text.slice(0, 40));

/** The processor time for the texts together, until it is enough. */
async function timeOf(at: number, texts: readonly string[], enough?: number): Promise<number> {
  return (await timesOf(at, texts, enough)).reduce((sum, time) => sum + time, 0);
}

describe("work grows with the length of a text, whatever it repeats", () => {
  test.each(FED.map((one, at) => ({ ...one, file: one.files[0], at })))(
    "$does ($file)",
    { timeout: 600_000 },
    async ({ at, length = LONG }) => {
      const [long, short] = [textsOf(length), textsOf(length / TIMES_SHORTER)];
      for (const [index, time] of (await timesOf(at, long)).entries()) {
        const text = long[index] ?? "";
        const parts = Array<string>(TIMES_SHORTER).fill(short[index] ?? "");
        const measured = [time];
        const faster = await fasterThanLength(
          () => measured.shift() ?? timeOf(at, [text]),
          (enough) => timeOf(at, parts, enough),
        );
        expect(faster, shown(text)).toBeNull();
      }
    },
  );
});
