"use client";

import { KeyHint } from "@/components/ui/key-hint";

/** Goes back from the results to the field of that name; its key works where the results have the focus. */
export function FocusField({ name }: { name: string }) {
  return (
    <p className="mt-4 noscript:hidden">
      <button
        type="button"
        data-key="/"
        aria-keyshortcuts="/"
        onClick={() => {
          const field = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
          field?.focus();
          field?.select();
        }}
        className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 text-accent underline underline-offset-3 pointer-coarse:min-h-11"
      >
        Change the words
        <KeyHint>/</KeyHint>
      </button>
    </p>
  );
}
