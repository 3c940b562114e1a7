import {
  changes,
  outOf,
  type Change,
  type ComparedTheme,
  type InTime,
} from "@/lib/aggregate/live/comparison";

const TITLES: Record<Exclude<Change, "same">, string> = {
  new: "New: nobody raised it before",
  rose: "Raised by more of those present than before",
  fell: "Raised by fewer of those present than before",
  gone: "No longer raised by anybody",
};
const SHOWN = ["new", "rose", "fell", "gone"] as const;

/** What changed from the earlier group to the later one. */
export function ChangeSections({ rows, time }: { rows: readonly ComparedTheme[]; time: InTime }) {
  const grouped = changes(rows, time);
  const words = ({ first, second }: ComparedTheme) =>
    time.earlier === "first"
      ? `${outOf(first)}, then ${outOf(second)}`
      : `${outOf(second)}, then ${outOf(first)}`;
  return (
    <section aria-labelledby="change" className="mt-8 max-w-measure">
      <h2 id="change">What changed</h2>
      <p className="mt-1 text-meta text-soft">
        From the earlier to the later, by how many of those present raised each theme. Other people were
        there, and not everyone was asked the same: a change is not a trend.
      </p>
      {SHOWN.filter((change) => grouped[change].length > 0).map((change) => (
        <div key={change} className="mt-4">
          <h3 className="text-subheading">{TITLES[change]}</h3>
          <ul className="mt-1 list-disc pl-5">
            {grouped[change].map((row) => (
              <li key={row.id}>{`${row.title}: ${words(row)}`}</li>
            ))}
          </ul>
        </div>
      ))}
      {SHOWN.every((change) => grouped[change].length === 0) && <p className="mt-3">Nothing changed.</p>}
    </section>
  );
}
