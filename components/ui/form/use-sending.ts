"use client";

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from "react";
import type { FormRefusal } from "@/lib/platform/result";

const ERROR_TITLE = "Error: ";

type Answer = FormRefusal | { ok: true };

/**
 * Sends a form by hand, because React resets a form after every send, and never twice at a time. A refusal is
 * shown in the window's title too. `dispatch` is the form's action without JavaScript.
 */
export function useSending<State extends Answer>(
  send: (before: State | null, data: FormData) => Promise<State | null>,
) {
  const [state, dispatch, pending] = useActionState<State | null, FormData>(send, null);
  // Set at once, where `pending` waits for the next render: a double click comes sooner.
  const underWay = useRef(false);
  const refused = state !== null && !state.ok;

  useEffect(() => {
    if (!pending) underWay.current = false;
  }, [pending]);

  useEffect(() => {
    if (!refused || document.title.startsWith(ERROR_TITLE)) return;
    document.title = ERROR_TITLE + document.title;
    return () => {
      if (document.title.startsWith(ERROR_TITLE)) document.title = document.title.slice(ERROR_TITLE.length);
    };
  }, [refused, state]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    // A button with its own action belongs to React.
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  }

  return { state, dispatch, pending, submit };
}

export type Sending<State extends Answer> = ReturnType<typeof useSending<State>>;
