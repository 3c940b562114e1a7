import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { formatInstant } from "@/lib/platform/text/dates";
import type { FindingRevision } from "@/lib/synthesise/finding/finding";
import type { Theme } from "@/lib/tag/codebook/theme";

type Props = { revisions: readonly FindingRevision[]; themes: readonly Theme[] };

/** Earlier versions of the finding, latest first. */
export function FindingHistory({ revisions, themes }: Props) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-12 border-t border-line pt-6">
      <h2 id="history">What it said before</h2>
      <ol className="mt-2">
        {revisions.map(({ revision, text, counterView, note, stance, themeId, endedAt, endedBy }) => (
          <li key={revision} className="border-b border-faint py-3">
            <p className="voice max-w-measure">{text}</p>
            {counterView && <p className="voice mt-1 max-w-measure">Counter-view: {counterView}</p>}
            {note && <p className="mt-1 max-w-measure whitespace-pre-line text-meta">Note: {note}</p>}
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-soft">
              <StanceSign stance={stance} />
              <span>
                {themes.find(({ id }) => id === themeId)?.title} · until {formatInstant(endedAt)}, changed by{" "}
                {endedBy}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
