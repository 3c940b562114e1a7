"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { cellsAsWords } from "@/lib/report/draft/written-table";
import { formatTime } from "@/lib/platform/text/dates";
import { useSaver } from "../use-draft-editor";
import type { DraftSaver, KeptWords } from "./draft-saver";

export const UNDECIDED = "undecided";

/** Words that wait in this browser, and paragraphs that somebody else changed too: each with its choices. */
export function Undecided({ saver }: { saver: DraftSaver }) {
  const { kept, clashes } = useSaver(saver);
  if (!kept && clashes.length === 0) return null;
  return (
    <section id={UNDECIDED} aria-label="For you to decide" tabIndex={-1} className="grid gap-4">
      {kept && <KeptNotice kept={kept} saver={saver} />}
      {clashes.map(({ id, mine, theirs }) => (
        <Notice key={id} tone="warning" title="somebody else changed this paragraph too">
          <p>Both texts are safe. Everything else is saved.</p>
          <dl className="mt-2 grid gap-2">
            <dt className="text-sm font-semibold">Yours</dt>
            <dd className="voice whitespace-pre-line">{mine ? wordsOf(mine.content) : "You removed it."}</dd>
            <dt className="text-sm font-semibold">Theirs</dt>
            <dd className="voice whitespace-pre-line">{wordsOf(theirs.content)}</dd>
          </dl>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={() => saver.decide(id, "mine")}>
              Keep yours
            </Button>
            <Button size="small" variant="quiet" onClick={() => saver.decide(id, "theirs")}>
              Take theirs
            </Button>
            {mine && (
              <Button size="small" variant="quiet" onClick={() => saver.decide(id, "both")}>
                Keep both
              </Button>
            )}
          </p>
        </Notice>
      ))}
    </section>
  );
}

const wordsOf = (content: BlockContent) =>
  content.type === "table" ? cellsAsWords(plainText(content)) : plainText(content);

function KeptNotice({ kept: { at, paragraphs }, saver }: { kept: KeptWords; saver: DraftSaver }) {
  return (
    <Notice tone="warning" title={`words from ${formatTime(new Date(at))} were not saved`}>
      <p>They are kept in this browser. Restore them into the text as it is now, or discard them.</p>
      {paragraphs.length > 0 && (
        <ul
          aria-label="Words that were not saved"
          tabIndex={0}
          className="mt-2 grid max-h-80 gap-3 overflow-y-auto"
        >
          {paragraphs.map(({ id, here, there }) => (
            <li key={id} className="border-l-3 border-warning pl-3">
              <p className="voice whitespace-pre-line">
                {here === null ? "You removed this paragraph." : wordsOf(here).trim() || "An empty paragraph"}
              </p>
              {there && <p className="mt-1 text-sm text-soft">Saved until then: {wordsOf(there)}</p>}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void saver.takeKept("restore")}>
          Restore
        </Button>
        <Button size="small" variant="quiet" onClick={() => void saver.takeKept("discard")}>
          Discard
        </Button>
      </p>
    </Notice>
  );
}
