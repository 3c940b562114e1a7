import type { ReleaseChanges } from "@/lib/aggregate/publication/release-changes";

/** What differs from the release before, in words. */
export function ChangeList({ changes }: { changes: readonly ReleaseChanges[] }) {
  if (changes.length === 0) return <p>No figure and no finding is different.</p>;
  return (
    <div className="grid gap-4">
      {changes.map(({ title, sentences }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul className="mt-1 list-disc pl-5">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
