import { TextDiff } from "@/components/ui/text/text-diff";
import { formatInstant, formatTime } from "@/lib/platform/text/dates";

type Entry = {
  key: string;
  by: string;
  from: Date;
  until: Date;
  saves: number;
  before: string;
  after: string;
  removed: boolean;
};

/** Who wrote what, newest first, with the words before and after. */
export function WritingList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="grid max-w-measure gap-6">
      {entries.map(({ key, by, from, until, saves, before, after, removed }) => (
        <li key={key} className="border-l-3 border-line pl-4">
          <p className="text-sm text-soft">
            <b className="text-ink">{by}</b>, {timesOf(from, until)}
            {saves > 1 && `, saved ${saves} times`}
            {removed && ", in a paragraph that has been removed"}
          </p>
          <p className="voice mt-1">
            {before === after ? (
              <span className="font-ui text-meta text-soft">
                The words are the same. What they cite, how they look or what is suggested has changed.
              </span>
            ) : (
              <TextDiff before={before} after={after} />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** "29 November 2026 at 10:02 to 10:11" */
function timesOf(from: Date, until: Date): string {
  const [start, end] = [formatInstant(from), formatTime(until)];
  return start.endsWith(end) ? start : `${start} to ${end}`;
}
