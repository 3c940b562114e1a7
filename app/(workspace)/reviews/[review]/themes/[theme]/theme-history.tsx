import { TextDiff } from "@/components/ui/text/text-diff";
import { Details } from "@/components/ui/details";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import type { Theme, ThemeRevision } from "@/lib/tag/codebook/theme";
import { ThemeText } from "./theme-text";

type Texts = Pick<Theme, "revision" | "title" | "definition" | "includes" | "excludes" | "signalWords">;

const FIELDS = [
  { name: "title", label: "Title" },
  { name: "definition", label: "Definition" },
  { name: "includes", label: "Belongs here" },
  { name: "excludes", label: "Does not" },
  { name: "signalWords", label: "Signal words" },
] as const;

type Props = {
  theme: Theme;
  revisions: readonly ThemeRevision[];
  /** How many taggings are stale; null for viewers who do not work on the review. */
  stale: number | null;
};

/** Earlier versions of the theme, latest first, each with removed and added words. */
export function ThemeHistory({ theme, revisions, stale }: Props) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history">What it said before</h2>
      <ol className="mt-2 border-t border-line">
        {revisions.map((before, index) => (
          <li key={before.revision} className="border-b border-faint py-4">
            <h3 className="text-subheading">Changed {formatInstant(before.endedAt)}</h3>
            <p className="text-meta text-soft">
              {before.endedBy && `By ${before.endedBy}. `}
              {theme.meaningSince === before.revision + 1 &&
                `This changed what belongs here. ${staleWords(stale)}`}
            </p>
            <Changes before={before} after={revisions[index - 1] ?? theme} />
            <Details summary={`All of it, until ${formatInstant(before.endedAt)}`}>
              <p className="font-semibold">{before.title}</p>
              <ThemeText theme={before} />
            </Details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function staleWords(stale: number | null): string {
  if (stale === null) return "";
  if (stale === 0) return "Every contribution that had the theme has been checked again.";
  return `${countOf(stale, "tagging")} set before this change ${stale === 1 ? "needs" : "need"} to be checked again.`;
}

function Changes({ before, after }: { before: Texts; after: Texts }) {
  const changed = FIELDS.filter(({ name }) => before[name] !== after[name]);
  if (changed.length === 0) return <p className="my-2">The words did not change.</p>;
  return (
    <dl className="my-2 grid max-w-measure gap-2">
      {changed.map(({ name, label }) => (
        <div key={name}>
          <dt className="font-semibold">{label}</dt>
          <dd>
            <TextDiff before={before[name]} after={after[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
