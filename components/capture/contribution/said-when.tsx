import { otherDayWords, timeWords } from "@/lib/capture/contribution/contribution-words";

type Props = {
  contribution: { saidAt: Date | string; timeKnown: boolean };
  /** The roundtable's day, on a page of one roundtable: a contribution of another day shows its date. */
  heldOn?: Date | string;
};

/** When a contribution was said, in the margin of a record. A browser may write the time a little differently. */
export function SaidWhen({ contribution, heldOn }: Props) {
  const { saidAt, timeKnown } = contribution;
  const otherDay = heldOn === undefined ? null : otherDayWords(contribution, heldOn);
  return (
    <p className="text-meta text-soft tabular-nums">
      <time dateTime={timeKnown ? new Date(saidAt).toISOString() : undefined} suppressHydrationWarning>
        {otherDay && <span className="text-sm sm:block">{otherDay} </span>}
        {timeWords(contribution)}
      </time>
    </p>
  );
}
