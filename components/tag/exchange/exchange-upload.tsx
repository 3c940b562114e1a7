"use client";

import { unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useEffect, useId, useRef, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FileInput } from "@/components/ui/form/file-input";
import { Radios } from "@/components/ui/form/radios";
import { FormContext } from "@/components/ui/form/form-context";
import type { FormRefusal } from "@/lib/platform/result";
import { ExchangeCheck } from "./exchange-check";
import { NOTHING_CHOSEN, type ExchangeState, type Reading } from "./exchange-state";

type Props = {
  action: (state: ExchangeState, data: FormData) => Promise<ExchangeState>;
  reviewSlug: string;
  hint: string;
  accept: string;
  /** A larger file is not sent at all. */
  maxBytes: number;
  tooLarge: string;
};

const ERROR = "Error: ";
const NOT_SENT = "This could not be sent. Nothing was changed. Check your connection, then send it again.";

const refusalOf = (message: string): FormRefusal => ({
  ok: false,
  fieldErrors: { file: message },
  values: {},
});

/** How to read the file, asked with it because it is not stored. */
function ReadingChoice({ fileDigest, ...choice }: Reading) {
  return (
    <div className="mt-5">
      <input type="hidden" name="readingOf" value={fileDigest} />
      <Radios key={fileDigest} {...choice} />
    </div>
  );
}

/** Chooses a file, shows what it would do, and does it after confirmation; with or without JavaScript. */
export function ExchangeUpload({ action, reviewSlug, hint, accept, maxBytes, tooLarge }: Props) {
  const id = useId();
  const checked = async (state: ExchangeState, data: FormData): Promise<ExchangeState> => {
    const file = data.get("file");
    if (file instanceof File && file.size > maxBytes) return { preview: null, refusal: refusalOf(tooLarge) };
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      if (!(error instanceof TypeError)) throw error;
      return { ...state, refusal: refusalOf(NOT_SENT) };
    }
  };
  const [state, dispatch, pending] = useActionState(
    typeof window === "undefined" ? action : checked,
    NOTHING_CHOSEN,
  );
  const { refusal, preview } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview]);
  useEffect(() => {
    if (!refusal || document.title.startsWith(ERROR)) return;
    document.title = ERROR + document.title;
    return () => {
      if (document.title.startsWith(ERROR)) document.title = document.title.slice(ERROR.length);
    };
  }, [refusal]);

  /** Sent by hand, because React would reset the form, and with it the chosen file. */
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  }

  return (
    <>
      <FormContext value={{ id, state: refusal, pending }}>
        <form action={dispatch} onSubmit={submit} noValidate>
          {refusal && <ErrorSummary refusal={refusal} formId={id} />}
          <input type="hidden" name="reviewSlug" value={reviewSlug} />
          <FileInput name="file" label="File" hint={hint} accept={accept} />
          {preview?.reading && <ReadingChoice {...preview.reading} />}
          <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
            <Button
              type="submit"
              variant={preview ? "quiet" : "primary"}
              aria-disabled={pending || undefined}
            >
              Look at this file
            </Button>
            <p role="status" className="text-meta text-soft">
              {pending ? "This takes a moment." : ""}
            </p>
          </div>
        </form>
      </FormContext>
      {preview && (
        <section className="mt-8 border-t border-line pt-5" aria-labelledby={`${id}-preview`}>
          <h2 id={`${id}-preview`} ref={heading} tabIndex={-1}>
            {preview.title}
          </h2>
          <ExchangeCheck
            preview={preview}
            reviewSlug={reviewSlug}
            action={dispatch}
            submit={submit}
            pending={pending}
          />
        </section>
      )}
    </>
  );
}
