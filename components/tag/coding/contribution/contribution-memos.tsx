"use client";

import { useEffect, useEffectEvent, useState, type FormEvent } from "react";
import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import { Textarea } from "@/components/ui/form/textarea";
import { formatInstant } from "@/lib/platform/text/dates";
import type { ContributionMemo } from "@/lib/tag/coding/tagging";
import { focusContribution } from "../focus-contribution";

type Props = {
  contributionId: string;
  memos: readonly ContributionMemo[];
  /** Made with the page where the memos came open with it. */
  newMemoId: string | undefined;
  /** Unsaved text, by contribution: it survives closing the panel and turning the page. */
  drafts: Map<string, string>;
  onSaved: () => void;
  write: FormAction;
  change: FormAction;
  withdraw: FormAction;
};

/** Memos on the contribution: all to read, one's own to change or withdraw. */
export function ContributionMemos({
  contributionId,
  memos,
  drafts,
  write,
  change,
  withdraw,
  ...rest
}: Props) {
  const [newMemoId, setNewMemoId] = useState(() => rest.newMemoId ?? crypto.randomUUID());
  const [draft, setDraft] = useState(() => drafts.get(contributionId) ?? "");
  const [written, setWritten] = useState(0);
  const saved = memos.some(({ id }) => id === newMemoId);
  // A memo keeps its id until it is saved, so that sending it twice stores it once.
  if (saved) {
    setNewMemoId(crypto.randomUUID());
    setDraft("");
    setWritten(written + 1);
  }

  const clear = useEffectEvent(() => {
    if (written === 0) return;
    drafts.delete(contributionId);
    rest.onSaved();
    // The field is mounted again, and has to be focused again.
    if (document.activeElement === document.body) focusContribution(contributionId);
  });
  useEffect(() => clear(), [written]);

  function keepDraft({ target }: FormEvent) {
    if (target instanceof HTMLTextAreaElement) drafts.set(contributionId, target.value);
  }

  return (
    <section aria-label="Memos">
      {memos.map((memo) => (
        <div key={`${memo.id} ${memo.revision}`} className="border-b border-faint py-2">
          <p className="text-sm text-soft">
            {memo.mine ? "You" : memo.by}, {formatInstant(memo.at)}
          </p>
          <p className="max-w-measure whitespace-pre-line">{memo.text}</p>
          {memo.mine && (
            <div className="flex flex-wrap items-start gap-x-4">
              <details>
                <summary className="cursor-pointer text-sm text-accent underline pointer-coarse:py-2">
                  Change
                </summary>
                <Form action={change} submitLabel="Save memo" className="mt-2">
                  <input type="hidden" name="id" value={memo.id} />
                  <input type="hidden" name="revision" value={memo.revision} />
                  <Textarea name="text" label="Memo" rows={3} limit={2000} defaultValue={memo.text} />
                </Form>
              </details>
              <Form action={withdraw} submitLabel="Withdraw" submitVariant="quiet" className="[&>div]:mt-0">
                <input type="hidden" name="id" value={memo.id} />
              </Form>
            </div>
          )}
        </div>
      ))}
      <div onInput={keepDraft}>
        <Form key={newMemoId} action={write} submitLabel="Save memo" submitVariant="quiet" className="mt-3">
          <input type="hidden" name="id" value={newMemoId} />
          <input type="hidden" name="contributionId" value={contributionId} />
          <Textarea
            name="text"
            label="New memo"
            hint="What you think about the contribution, for the people who code."
            rows={3}
            limit={2000}
            defaultValue={draft}
          />
        </Form>
      </div>
    </section>
  );
}
