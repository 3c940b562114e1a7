import type { Theme } from "@/lib/tag/codebook/theme";

type Props = { theme: Pick<Theme, "definition" | "includes" | "excludes" | "signalWords"> };

/** A theme's definition, what belongs there and what does not, and its signal words. */
export function ThemeText({ theme: { definition, includes, excludes, signalWords } }: Props) {
  return (
    <div className="mt-1 grid max-w-measure gap-2">
      <p className="whitespace-pre-line">{definition}</p>
      {includes && (
        <p className="whitespace-pre-line">
          <b>Belongs here: </b>
          {includes}
        </p>
      )}
      {excludes && (
        <p className="whitespace-pre-line">
          <b>Does not: </b>
          {excludes}
        </p>
      )}
      {signalWords && (
        <p className="text-soft">
          <b>Signal words: </b>
          {signalWords}
        </p>
      )}
    </div>
  );
}
