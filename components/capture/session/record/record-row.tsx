import { memo, type ReactNode } from "react";
import { SaidSigns } from "@/components/capture/contribution/said-signs";
import { SaidWords } from "@/components/capture/contribution/said-words";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ColourChip } from "@/components/ui/colour-chip";
import type { ShownLine } from "@/lib/capture/session/record-view";
import { SOURCE_WORDS, timeWords } from "@/lib/capture/contribution/contribution-words";
import { LineStateWords, type LineState } from "./line-state";
import type { Attendee, Names, Theme } from "../types";

type Props = {
  line: ShownLine;
  speaker: Attendee | undefined;
  names: Names | null;
  themes: readonly Theme[];
  state: LineState;
  /** Who recorded it, where it was somebody else. */
  colleague: string | null;
  table: string | null;
  onEdit: ((lineId: string) => void) | null;
  /** Below the words: what stands in the way of saving. */
  children?: ReactNode;
  /** In place of the words and of the marks that it changes: those of before would stand beside the new ones. */
  editor?: ReactNode;
};

/**
 * One line of the record: when, who, the words in the voice of those who said them, and whether it is safe.
 * Drawn again only when something of it changes: every letter that is typed passes by hundreds of these.
 */
export const RecordRow = memo(function RecordRow(props: Props) {
  const { line, speaker, names, themes, state, colleague, table, onEdit, children, editor } = props;
  return (
    <article
      id={`line-${line.id}`}
      className="grid gap-x-5 border-b border-faint py-3 sm:grid-cols-[3.5rem_minmax(0,1fr)_7.5rem]"
    >
      <p className="text-meta text-soft tabular-nums">
        <time {...(line.timeKnown ? { dateTime: line.saidAt } : {})} suppressHydrationWarning>
          {timeWords(line)}
        </time>
      </p>
      <div className="min-w-0">
        {!editor && (
          <p className="text-sm">
            <Who line={line} speaker={speaker} names={names} />
            {table && <span className="text-soft"> · {table}</span>}
          </p>
        )}
        {editor ?? (
          <SaidWords text={line.text} struck={line.struck} erased={line.erased} speaker={speaker ?? null} />
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft empty:hidden">
          {!editor && line.stance && <StanceSign stance={line.stance} />}
          <SaidSigns
            verbatim={!editor && line.kind === "verbatim"}
            hands={line.hands}
            agreementSeen={line.agreementSeen}
          />
          {(editor ? [] : line.themeIds).flatMap((id) => {
            const theme = themes.find((one) => one.id === id);
            return theme
              ? [
                  <ColourChip key={id} colour={theme.colour} round={theme.area}>
                    {theme.title}
                  </ColourChip>,
                ]
              : [];
          })}
        </p>
        {children}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm sm:flex-col sm:items-end sm:text-right">
        <LineStateWords state={state} />
        {colleague && <span className="text-soft">{colleague}</span>}
        {onEdit && (
          <button
            type="button"
            onClick={() => onEdit(line.id)}
            className="min-h-6 cursor-pointer text-accent underline underline-offset-3 pointer-coarse:min-h-11"
          >
            Edit
            <span className="sr-only"> the line of {timeWords(line)}</span>
          </button>
        )}
      </div>
    </article>
  );
});

function Who({
  line,
  speaker,
  names,
}: {
  line: ShownLine;
  speaker: Attendee | undefined;
  names: Names | null;
}) {
  if (!speaker) return <b>{SOURCE_WORDS[line.source]}</b>;
  const about = [names?.get(speaker.id)?.name, speaker.host && "host or official", speaker.description]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <b>{speaker.label}</b>
      {about && <span className="text-soft"> · {about}</span>}
    </>
  );
}
