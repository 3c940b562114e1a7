"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState, type SubmitEvent } from "react";
import { z } from "zod/mini";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FileInput } from "@/components/ui/form/file-input";
import { FormContext } from "@/components/ui/form/form-context";
import type { FormRefusal } from "@/lib/platform/result";

type Props = {
  /** Where the file is sent; a browser without JavaScript sends it there by itself. */
  address: string;
  /** Why the file that was chosen before was refused, where a page had to be loaded to say so. */
  refused: string | null;
};

const NOT_SENT =
  "The file could not be sent. It is still chosen below. Check your connection, then send it again.";
const Answer = z.object({ href: z.optional(z.string()), message: z.optional(z.string()) });

const refusalOf = (message: string): FormRefusal => ({
  ok: false,
  fieldErrors: { file: message },
  values: {},
});

/** Chooses a file and sends it; a file that is refused stays chosen. */
export function ImportUpload({ address, refused }: Props) {
  const id = useId();
  const router = useRouter();
  const [refusal, setRefusal] = useState(refused === null ? null : refusalOf(refused));
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (refusal && !document.title.startsWith("Error: ")) document.title = `Error: ${document.title}`;
  }, [refusal]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const body = new FormData(event.currentTarget);
    const sent = await send(address, body).catch(() => ({ message: NOT_SENT, href: undefined }));
    if (sent.href) router.push(sent.href);
    else {
      setRefusal(refusalOf(sent.message ?? NOT_SENT));
      setPending(false);
    }
  }

  return (
    <FormContext value={{ id, state: refusal, pending }}>
      <form
        action={address}
        method="post"
        encType="multipart/form-data"
        onSubmit={(event) => void submit(event)}
        noValidate
        className="mt-8"
      >
        {refusal && <ErrorSummary refusal={refusal} formId={id} />}
        <FileInput
          name="file"
          label="File"
          hint="CSV, Excel, Word, OpenDocument text, plain text, subtitles (.vtt, .srt), the chat of a meeting, or a transcript in JSON. Up to 50 MB and 100,000 rows."
          accept=".csv,.tsv,.xlsx,.docx,.odt,.txt,.md,.vtt,.srt,.sbv,.json,.jsonl"
        />
        <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" aria-disabled={pending || undefined}>
            Look at this file
          </Button>
          <p role="status" className="text-meta text-soft">
            {pending ? "The file is being sent and read." : ""}
          </p>
        </div>
      </form>
    </FormContext>
  );
}

async function send(address: string, body: FormData) {
  const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
  return Answer.parse(await answer.json());
}
