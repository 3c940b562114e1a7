"use client";

import { createContext, useContext, useRef, useState, type ReactNode } from "react";
import { sourceWords } from "@/lib/aggregate/publication/source-words";
import { Button } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

type SourceOfPage = { words: string; link: string } | null;
const Source = createContext<SourceOfPage>(null);

/** Where everything that is copied within is from, said once for all of it. */
export function CopiedFrom({ source, children }: { source: SourceOfPage; children: ReactNode }) {
  return <Source value={source}>{children}</Source>;
}

type Props = {
  sentence: string;
  label: string;
  /** The address of its own place, where that is not the page. */
  place?: string;
  children?: ReactNode;
};

/** A figure as a sentence to paste elsewhere. Without scripts it is there to be selected; with them a button copies it. */
export function CopySentence({ sentence, label, place, children }: Props) {
  const [openings, setOpenings] = useState(0);
  return (
    <details className="to-copy" onToggle={() => setOpenings(openings + 1)}>
      <summary>{label}</summary>
      <SentenceToCopy key={openings} sentence={sentence} place={place} />
      {children}
    </details>
  );
}

type InListProps = { sentence: () => string | Promise<string>; place: string | undefined };

/**
 * The same in a list of many, where scripts run: they make all of it, so that the page does not hold it. What stands around it
 * keeps the room. Without scripts it is on the page of its theme.
 */
export function CopyInList({ sentence, place }: InListProps) {
  const [made, setMade] = useState<string | null>(null);
  const scripts = useScripts();
  // What is not released yet is from nowhere, and cannot be cited.
  const released = useContext(Source) !== null;
  if (!scripts || !released) return null;
  const toggle = async (open: boolean) => setMade(open ? await sentence() : null);
  return (
    <details className="to-copy" onToggle={(event) => void toggle(event.currentTarget.open)}>
      <summary>Copy as a sentence</summary>
      {made !== null && <SentenceToCopy sentence={made} place={place} />}
    </details>
  );
}

function SentenceToCopy({ sentence: said, place }: { sentence: string; place: string | undefined }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const source = useContext(Source);
  const sentence = source === null ? said : `${said} ${sourceWords(source, place)}`;
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
    <>
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
    </>
  );
}
