import { Details } from "@/components/ui/details";
import { formatInstant } from "@/lib/platform/dates";
import type { ThemeRevision } from "@/lib/tag/theme";
import { ThemeText } from "./theme-text";

/** What the theme said before, the latest first. */
export function ThemeHistory({ revisions }: { revisions: readonly ThemeRevision[] }) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="mb-2">
        What it said before
      </h2>
      {revisions.map((revision) => (
        <Details
          key={revision.revision}
          summary={`“${revision.title}”, until ${formatInstant(revision.endedAt)}`}
        >
          {revision.endedBy && <p className="text-meta text-soft">Changed by {revision.endedBy}</p>}
          <ThemeText theme={revision} />
        </Details>
      ))}
    </section>
  );
}
