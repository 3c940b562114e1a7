"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { Kbd } from "@/components/ui/kbd";
import { Quote } from "@/components/ui/quote";
import type { FormAction } from "@/components/ui/form/sending";
import { Textarea } from "@/components/ui/form/textarea";
import { MAX_COMMENT } from "@/lib/comment/thread/comment";
import { selectedWords, type Selected } from "./selection";

type Props = { action: FormAction; reportId: string; versionId: string };
type Writing = Selected & { commentId: string };

/**
 * Comments on words that are selected in the text. The button appears while words are selected; the key C
 * does the same, only while the focus is in the text.
 */
export function CommentOnSelection({ action, reportId, versionId }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const look = () => {
      // A press on the button may collapse the selection, so the last one is remembered.
      if (panel.current?.contains(document.activeElement)) return;
      setSelected(selectedWords());
    };
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(document.activeElement instanceof HTMLElement)) return;
      if (document.activeElement.matches("input, textarea, select")) return;
      const block = document.activeElement.closest("[data-commentable], [data-block]");
      if (!block) return;
      event.preventDefault();
      const words = selectedWords();
      if (words) setWriting({ ...words, commentId: crypto.randomUUID() });
      else openForm(block);
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("keydown", press);
    };
  }, []);

  useEffect(() => {
    if (writing) panel.current?.querySelector("textarea")?.focus();
  }, [writing]);

  const send: FormAction = async (state, data) => {
    const result = await action(state, data);
    if (result?.ok) {
      setWriting(null);
      setSelected(null);
    }
    return result;
  };

  const shown = writing ?? selected;
  if (!shown)
    return (
      <p className="hidden rounded border border-dashed border-line p-4 text-meta text-soft lg:block">
        Select any words to comment on them, or press <Kbd>C</Kbd> in a paragraph.
      </p>
    );
  return (
    <section
      ref={panel}
      aria-label="Comment on selected words"
      className="fixed inset-x-0 bottom-0 z-10 max-h-[80vh] overflow-y-auto border-t-2 border-ink bg-card p-4 lg:static lg:max-h-none lg:rounded lg:border"
    >
      <Quote>
        <span className="line-clamp-3">{shown.quote}</span>
      </Quote>
      {writing ? (
        <Form
          action={send}
          submitLabel="Send comment"
          className="mt-3"
          actions={
            <Button variant="quiet" onClick={() => setWriting(null)}>
              Cancel
            </Button>
          }
        >
          <input type="hidden" name="id" value={writing.commentId} />
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="versionId" value={versionId} />
          <input type="hidden" name="blockId" value={writing.blockId} />
          <input type="hidden" name="start" value={writing.start} />
          <input type="hidden" name="end" value={writing.end} />
          <input type="hidden" name="quote" value={writing.quote} />
          <Textarea name="body" label="Your comment" rows={4} limit={MAX_COMMENT} />
        </Form>
      ) : (
        <Button className="mt-3" onClick={() => setWriting({ ...shown, commentId: crypto.randomUUID() })}>
          Comment on these words
        </Button>
      )}
    </section>
  );
}

/** Without selected words, C opens the form of the paragraph. */
function openForm(place: Element) {
  const details = place instanceof HTMLDetailsElement ? place : place.parentElement?.querySelector("details");
  if (!details) return;
  details.open = true;
  details.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
}
