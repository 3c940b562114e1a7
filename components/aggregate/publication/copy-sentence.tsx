"use client";

import { createContext, useContext, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

const Source = createContext("");

/** Where everything that is copied within is from, said once for all of it. */
export function CopiedFrom({ source, children }: { source: string; children: ReactNode }) {
  return <Source value={source}>{children}</Source>;
}

type Props = { sentence: string; label: string; children?: ReactNode };

/** A figure as a sentence to paste elsewhere. Without scripts it is there to be selected; with them a button copies it. */
export function CopySentence({ sentence: said, label, children }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const source = useContext(Source);
  const sentence = source === "" ? said : `${said} ${source}`;
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
    <details className="to-copy" onToggle={() => setCopied(false)}>
      <summary>{label}</summary>
      <textarea
        ref={field}
        readOnly
        rows={3}
        aria-label="Sentence to copy"
        value={sentence}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
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
