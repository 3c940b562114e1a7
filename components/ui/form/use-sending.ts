"use client";

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from "react";
import type { FormRefusal } from "@/lib/platform/result";

const ERROR_TITLE = "Error: ";

type Answer = FormRefusal | { ok: true };

/**
 * A form sent by hand rather than by React, which empties a form after every send, and never twice at a time. A
 * refusal is told in the window's title too. `dispatch` is the form's action for where there is no JavaScript.
 */
export function useSending<State extends Answer>(
  send: (before: State | null, data: FormData) => Promise<State | null>,
) {
  const [state, dispatch, pending] = useActionState<State | null, FormData>(send, null);
  // Known at once, where `pending` waits for the next render: a double click comes sooner than that.
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
    // A button with an action of its own belongs to React.
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  }

  return { state, dispatch, pending, submit };
}
