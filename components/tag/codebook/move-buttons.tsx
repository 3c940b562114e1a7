"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { keepingWords, type FormAction } from "@/components/ui/form/sending";
import type { Place, Steps } from "@/lib/tag/codebook/theme-place";

type Props = { action: FormAction; id: string; title: string; steps: Steps };

/** One step up or down among its siblings, with or without JavaScript. */
export function MoveButtons({ action, id, title, steps: { up, down, here } }: Props) {
  if (!up && !down) return null;
  const one = { action, id };
  return (
    <span className="inline-flex flex-wrap gap-1 print:hidden">
      <Step {...one} to={up ?? here} off={!up} sign="↑" label={`Move ${title} up`} />
      <Step {...one} to={down ?? here} off={!down} sign="↓" label={`Move ${title} down`} />
    </span>
  );
}

type StepProps = {
  action: FormAction;
  id: string;
  /** At either end the button stays, but pressing it changes nothing, so that it keeps the focus. */
  to: Place;
  off: boolean;
  sign: string;
  label: string;
};

function Step({ action, id, to, off, sign, label }: StepProps) {
  const send = typeof window === "undefined" ? action : keepingWords(action);
  const [state, dispatch, pending] = useActionState(send, null);
  return (
    <form action={dispatch}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="parentId" value={to.parentId ?? ""} />
      <input type="hidden" name="afterId" value={to.afterId ?? ""} />
      <Button
        type="submit"
        size="small"
        variant="quiet"
        aria-disabled={off || pending || undefined}
        aria-label={label}
        className="min-w-8 px-2 pointer-coarse:min-w-11"
      >
        <span aria-hidden>{sign}</span>
      </Button>
      {state && !state.ok && (
        <p role="alert" className="max-w-measure text-sm font-semibold text-danger">
          {state.message ?? Object.values(state.fieldErrors).join(" ")}
        </p>
      )}
    </form>
  );
}
