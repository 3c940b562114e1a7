import type { RefObject } from "react";
import { Kbd } from "@/components/ui/kbd";
import { KeyHint } from "@/components/ui/key-hint";
import { CaptureBar } from "./capture-bar";
import { COMMANDS } from "./choice/choice-words";
import { isCalm, SendStatus } from "../outbox/send-status";
import { rareParts } from "../rare-parts";
import { SessionNotice } from "../session-notice";
import { speakerOf } from "./speakers";
import { TableChoice } from "./table/table-choice";
import type { NextContribution } from "./use-next-contribution";
import type { CaptureRecord } from "../use-record";
import { download, waitingFile } from "../outbox/waiting-file";

type Props = {
  bar: RefObject<HTMLElement | null>;
  next: NextContribution;
  record: CaptureRecord;
  here: string;
  focusWords: (options?: FocusOptions) => void;
};

/**
 * Where the next contribution is typed, below the record: the bar, its last message, and what waits to be
 * sent.
 */
export function LogSection({ bar, next, record, here, focusWords }: Props) {
  const { draft, problem, said, speakers, naming, paste, tableId, setTableId, change, undo } = next;
  const { outbox, session } = record;
  const told = said.words || record.warning;
  const unquotable = speakerOf(speakers, draft)?.unquotable;
  const quotes = /^\s*["“]/.test(draft.text);
  // In a low window, what need not be read now is hidden to leave space for the words.
  const calm = !told && !(unquotable && quotes) && isCalm(outbox);
  const Parts = rareParts.now();
  const closed = session.state === "closed";
  return (
    <section
      aria-label="Log a contribution"
      id="capture-bar"
      ref={bar}
      // While a contribution is edited in a low window, the bar must not cover the editor's buttons.
      className={`sticky bottom-0 z-10 mt-2 border-t-2 border-ink bg-paper pt-3 pb-3 low:pt-1.5 low:pb-1 print:hidden ${
        next.editing === null ? "" : "max-sm:static low:static"
      }`}
    >
      <SessionNotice state={session.state} />
      <TableChoice
        tables={session.tables}
        tableId={tableId}
        onTable={setTableId}
        onDone={() => focusWords()}
      />
      <CaptureBar
        draft={draft}
        options={{
          speakers,
          themes: session.themes,
          questions: session.questions,
          tables: session.tables,
          commands: closed ? COMMANDS.filter(({ command }) => command !== "go-round") : COMMANDS,
        }}
        problem={problem ?? naming.problem}
        namesProblem={naming.unread ? "Names could not be read." : null}
        onDraft={change}
        onChoose={next.choose}
        onLog={next.logIt}
        onSeekName={naming.seek}
        onPaste={paste.onPaste}
        onEditLast={next.editLast}
        onUndo={undo}
      />
      {paste.parts && Parts && (
        <Parts.PastePreview
          {...paste}
          parts={paste.parts}
          speakers={speakers}
          namesProblem={paste.byName && naming.unread ? "Names could not be read." : null}
        />
      )}
      <div
        className={`mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 ${calm ? "low:sr-only" : ""}`}
      >
        <div className="flex flex-wrap items-center text-sm text-soft">
          <p role="status" className="not-empty:mr-3">
            {told}
          </p>
          {/* The textarea refers to it too, for screen readers. */}
          {!told && (
            <p aria-hidden>
              <Kbd>“ ”</Kbd> {["word for word", unquotable].filter(Boolean).join(", ")}
            </p>
          )}
          {said.undo && (
            <button
              type="button"
              onClick={() => {
                undo();
                // On a touch screen focusing would open a keyboard over the record.
                if (!matchMedia("(pointer: coarse)").matches) focusWords({ preventScroll: true });
              }}
              className="inline-flex min-h-6 items-center gap-1.5 cursor-pointer text-accent underline underline-offset-3 pointer-coarse:min-h-11"
            >
              Undo <KeyHint>Ctrl+Z</KeyHint>
            </button>
          )}
        </div>
        <SendStatus
          outbox={outbox}
          here={here}
          onDownload={() => download(waitingFile(outbox.entries, session))}
        />
      </div>
    </section>
  );
}
