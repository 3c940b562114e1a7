import { Fragment, type ReactNode } from "react";
import { sliceCodePoints, codePointLength } from "@/lib/platform/text/code-points";
import { spanPieces } from "@/lib/tag/coding/span-lanes";
import type { Words } from "@/lib/tag/coding/span-words";

/** Words of a contribution with a theme; the chip below the contribution gives the theme, and who set it. */
export type Mark = Words & { colour: string };

type Props = {
  text: string;
  marks: readonly Mark[];
  /** The words that the next theme is set on. */
  chosen?: Words | null;
};

/**
 * The contribution's text with a line of each theme's colour under its words, one below the other where they
 * overlap. It adds no text of its own, so that offsets of a selection are offsets of the contribution.
 */
export function MarkedText({ text, marks, chosen = null }: Props) {
  const pieces = spanPieces(codePointLength(text), marks, chosen ? [chosen.start, chosen.end] : []);
  const depth = pieces[0]?.lanes.length ?? 0;
  return (
    <p data-words="" className={`said${LEADING[Math.min(depth, 3)]}`}>
      {pieces.map(({ start, end, lanes }) => {
        const words = sliceCodePoints(text, start, end);
        const isChosen = chosen !== null && start >= chosen.start && end <= chosen.end;
        const colours = lanes.map((mark) => (mark === null ? null : (marks[mark]?.colour ?? null)));
        return (
          <Fragment key={start}>{underlined(isChosen ? <mark>{words}</mark> : words, colours)}</Fragment>
        );
      })}
    </p>
  );
}

/** Space between the lines of text for the coloured lines. */
const LEADING = ["", " leading-8", " leading-9", " leading-10"];

/** Each lane has its own border: an empty one keeps its space, so that a mark stays on one level. */
function underlined(words: ReactNode, colours: readonly (string | null)[]): ReactNode {
  return colours.reduce<ReactNode>(
    (inside, colour) => (
      <span
        className={`border-b-[3px] pb-px ${colour === null ? "border-transparent" : `border-hue-${colour}`}`}
      >
        {inside}
      </span>
    ),
    words,
  );
}
