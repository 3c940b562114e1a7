"use client";

import { useForm } from "@/components/ui/form/form-context";
import { fieldId, shownChoices } from "@/components/ui/form/form-values";
import type { Trace } from "@/lib/capture/protection/trace";
import { KIND_WORDS } from "@/lib/capture/protection/trace-words";

type Props = { trace: Pick<Trace, "key" | "kind" | "words" | "before" | "after" | "proposed" | "times"> };

/** One trace, ticked where it is proposed to remove it, or as it was when the form was refused. */
export function TraceRow({ trace: { key, kind, words, before, after, proposed, times } }: Props) {
  const form = useForm();
  const id = fieldId(form.id, key);
  const ticked = shownChoices(form.state, "masked", proposed ? [key] : []).includes(key);
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-3">
      <input type="hidden" name="shown" value={key} />
      <input
        type="checkbox"
        id={id}
        name="masked"
        value={key}
        defaultChecked={ticked}
        className="mt-1 size-6"
      />
      <label htmlFor={id} className="min-w-0 wrap-anywhere">
        <span className="voice block max-w-measure">
          {before}
          <mark className="bg-mark px-0.5 text-ink">{words}</mark>
          {after}
        </span>
        <span className="block text-meta text-soft">
          {KIND_WORDS[kind]}
          {times > 1 && `, in ${times} texts with earlier revisions`}
        </span>
      </label>
    </li>
  );
}
