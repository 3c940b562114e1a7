import { judgeTimes } from "../time/judge-times";
import type { Conclusions } from "./conclusions";
import type { RowSink } from "./format";

const WORD = /[\p{L}\p{N}]+/gu;

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** So many cells of a column are looked at before one without times is given up. */
const LOOKED_AT = 50;
/** So many times of a column are judged: more would tell nothing else, and take long in a file of many columns. */
const MAX_JUDGED = 2_000;
/** "Tuesday, 12 September 2026 at 9:00:01 am GMT+01:00" */
const LONGEST_TIME = 60;

/** Counts the words of rows on their way, and finds out which columns have times. */
export function accounting(take: RowSink) {
  const columns: number[] = [];
  const values: (string[] | null)[] = [];
  const looksTimed: { yes: number; of: number }[] = [];
  let left = 0;
  const collect = (column: number, cell: string) => {
    if (cell === "" || values[column] === null) return;
    const looks = (looksTimed[column] ??= { yes: 0, of: 0 });
    looks.of++;
    if (cell.length <= LONGEST_TIME && /\d/.test(cell)) {
      looks.yes++;
      const list = (values[column] ??= []);
      if (list.length < MAX_JUDGED) list.push(cell);
    }
    if (looks.of === LOOKED_AT && looks.yes * 2 < LOOKED_AT) values[column] = null;
  };
  return {
    take: (row: Parameters<RowSink>[0]) => {
      for (const [column, cell] of row.cells.entries()) {
        const words = countWords(cell);
        if (row.out === undefined) {
          columns[column] = (columns[column] ?? 0) + words;
          collect(column, cell.trim());
        } else left += words;
      }
      take(row);
    },
    found(heldOn: Date): Pick<Conclusions, "words" | "times"> {
      const start = { heldOn, startsAt: null };
      const counts = Array.from({ length: columns.length }, (_, column) => columns[column] ?? 0);
      return {
        words: { columns: counts, left },
        times: counts.map((_, column) => {
          const list = values[column];
          const looks = looksTimed[column];
          return list && looks && looks.yes * 2 >= looks.of ? judgeTimes(list, start) : null;
        }),
      };
    },
  };
}
