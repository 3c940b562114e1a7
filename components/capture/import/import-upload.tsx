"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FileInput } from "@/components/ui/form/file-input";
import { FormContext } from "@/components/ui/form/form-context";
import type { FormRefusal } from "@/lib/platform/result";
import { sendFile, type Answer, type Sending } from "./send-file";

type Props = {
  /** Where the file is sent; a browser without JavaScript sends it there by itself. */
  address: string;
  /** Why the file that was chosen before was refused, where a page had to be loaded to say so. */
  refused: string | null;
};

const NOT_SENT =
  "The file could not be sent. It is still chosen below. Check your connection, then send it again.";

const refusalOf = (message: string): FormRefusal => ({
  ok: false,
  fieldErrors: { file: message },
  values: {},
});

/** Chooses a file and sends it; a file that is refused, or whose sending was stopped, stays chosen. */
export function ImportUpload({ address, refused }: Props) {
  const id = useId();
  const router = useRouter();
  const [refusal, setRefusal] = useState(refused === null ? null : refusalOf(refused));
  /** The part that is sent; null while nothing is. */
  const [sent, setSent] = useState<number | null>(null);
  const [stopped, setStopped] = useState(false);
  const sending = useRef<Sending>(null);
  const pending = sent !== null;
  useEffect(() => {
    if (refusal && !document.title.startsWith("Error: ")) document.title = `Error: ${document.title}`;
  }, [refusal]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setStopped(false);
    setSent(0);
    sending.current = sendFile(address, new FormData(event.currentTarget), setSent);
    const { href, message = NOT_SENT } = await sending.current.answer.catch((): Answer => ({}));
    if (href) router.push(href);
    else {
      setRefusal(refusalOf(message));
      setSent(null);
    }
  }

  function stop() {
    sending.current?.stop();
    setSent(null);
    setStopped(true);
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
          {pending && sent < 1 && (
            <>
              <progress aria-label="Sent" value={sent} className="w-40" />
              <Button variant="quiet" onClick={stop}>
                Stop
              </Button>
            </>
          )}
          <p role="status" className="text-meta text-soft">
            {statusOf(sent, stopped)}
          </p>
        </div>
      </form>
    </FormContext>
  );
}

function statusOf(sent: number | null, stopped: boolean): string {
  if (sent === null) return stopped ? "Stopped. Nothing of the file was kept; it is still chosen." : "";
  return sent < 1
    ? "The file is being sent."
    : "The file was sent, and is being read. A large one takes some seconds.";
}
