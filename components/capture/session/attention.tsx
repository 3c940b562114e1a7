import { Button } from "@/components/ui/button";
import type { Entry } from "@/lib/capture/session/outbox";

type Props = {
  entry: Entry;
  onRetry: () => void;
  onDiscard: () => void;
  /** For two edits of one contribution. */
  onUseMine: () => void;
  onKeepBoth: () => void;
  /** Speaker and marks, in this edit and in the contribution as it is now. */
  marks: { mine: string; theirs: string };
};

/** What could not be saved, with the reason, what is safe, and what to do next. */
export function Attention({ entry, onRetry, onDiscard, onUseMine, onKeepBoth, marks }: Props) {
  const { operation, state, message, theirs } = entry;
  const mine = "text" in operation ? operation.text : null;
  return (
    <div
      className="mt-2 border-l-4 border-danger bg-danger-soft px-3 py-2 text-meta"
      role="group"
      aria-label="Not saved"
    >
      {message && <p className="font-semibold">{message}</p>}
      {state === "stale" && theirs && (
        <dl className="mt-2 grid gap-2">
          {mine && (
            <div>
              <dt className="text-sm font-semibold">Your words</dt>
              <dd className="voice">{mine}</dd>
              {marks.mine && <dd className="text-sm">{marks.mine}</dd>}
            </div>
          )}
          <div>
            <dt className="text-sm font-semibold">The contribution as it is now</dt>
            <dd className="voice">{theirs.struck ? `Struck out: ${theirs.text}` : theirs.text}</dd>
            <dd className="text-sm">{marks.theirs}</dd>
          </div>
        </dl>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {state === "stale" ? (
          <>
            {theirs && !theirs.erased && (
              <Button size="small" onClick={onUseMine}>
                Use mine
              </Button>
            )}
            {mine && (
              <Button size="small" variant="quiet" onClick={onKeepBoth}>
                Keep both, with mine as a separate contribution
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={onDiscard}>
              Leave it as it is now
            </Button>
          </>
        ) : (
          <>
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              Move it back to the bar
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
