"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

type Props = { sentence: string; label: string; children?: ReactNode };

/** A figure as a sentence to paste elsewhere. Without scripts it is there to be selected; with them a button copies it. */
export function CopySentence({ sentence, label, children }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const scripts = useScripts();
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(sentence);
      setCopied(true);
    } catch {
      field.current?.select();
    }
  }

  return (
    <details className="print:hidden" onToggle={() => setCopied(false)}>
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm text-accent underline underline-offset-3 pointer-coarse:min-h-11">
        {label}
      </summary>
      <textarea
        ref={field}
        readOnly
        rows={3}
        aria-label="Sentence to copy"
        value={sentence}
        onFocus={(event) => event.currentTarget.select()}
        className="mt-1 block w-full max-w-measure rounded border border-line bg-card px-3 py-2 text-meta"
      />
      <div className="mt-2 flex min-h-8 items-center gap-3">
        {scripts && (
          <Button size="small" variant="quiet" onClick={() => void copy()}>
            Copy
          </Button>
        )}
        <span role="status" className="text-sm">
          {copied ? "Copied" : ""}
        </span>
      </div>
      {children}
    </details>
  );
}
