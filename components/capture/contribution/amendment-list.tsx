import { Quote } from "@/components/ui/quote";
import type { Amendment } from "@/lib/capture/contribution/amendment";
import { removedWords } from "@/lib/capture/contribution/contribution-words";
import { formatInstant } from "@/lib/platform/text/dates";

/** Amendments of a contribution of a closed record, newest first. */
export function AmendmentList({ amendments }: { amendments: readonly Amendment[] }) {
  if (amendments.length === 0) return null;
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">What it should say</h2>
      <p className="mt-1 max-w-measure text-meta text-soft">
        The record is closed and does not change. Reviewers will read the newest amendment once it is cleared.
      </p>
      <ol className="mt-3 grid gap-4">
        {amendments.map(({ id, text, reason, at, by, erased }) => (
          <li key={id}>
            <Quote
              source={
                <>
                  Amended by {by} on {formatInstant(at)}
                  {reason && <span className="block whitespace-pre-line">{reason}</span>}
                </>
              }
            >
              {erased ? removedWords() : <span className="whitespace-pre-line">{text}</span>}
            </Quote>
          </li>
        ))}
      </ol>
    </section>
  );
}
