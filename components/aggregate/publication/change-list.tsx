import { figureWords } from "@/lib/aggregate/figures/figure-words";
import type { Change } from "@/lib/aggregate/publication/release";

/** The differences from the preceding release in words, table by table. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p>No figure of people under a theme is different.</p>;
  const places = [...new Set(changes.map(({ roundtable }) => roundtable))];
  return (
    <div className="grid gap-5">
      {places.map((place) => (
        <section key={place ?? "review"}>
          <h3>{place ?? "All roundtables"}</h3>
          <ul className="mt-1 list-disc pl-5">
            {changes
              .filter(({ roundtable }) => roundtable === place)
              .map((change) => (
                <li key={`${change.axis} ${change.theme}`}>
                  {change.theme}: {changeWords(change)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function changeWords({ before, after }: Change): string {
  if (before === null) return after ? `${figureWords(after)}, not in the release before` : "";
  if (after === null) return "no longer in the figures";
  return `${figureWords(after)}, before that ${figureWords(before)}`;
}
