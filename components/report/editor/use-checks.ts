"use client";

import { useEffect, useState } from "react";
import type { Check } from "@/lib/report/check/check";
import { checkDraft } from "@/lib/report/check/checks";
import { wordsIn } from "@/lib/report/draft/draft-block";
import { plainText, typeOf } from "@/lib/report/draft/block";
import { blocksOf } from "./text/edited-blocks";
import type { EditorDraft } from "./types";
import type { OpenEditor } from "./use-draft-editor";

/** Long enough that a key is on the screen first. */
const CHECK_MS = 400;

const isSame = (some: readonly Check[], others: readonly Check[]) =>
  JSON.stringify(some) === JSON.stringify(others);

/** The checks of the text as it is, and how long it is, a moment after each change. */
export function useChecks(open: OpenEditor | null, { figures, smallNumber }: EditorDraft) {
  const [found, setFound] = useState<{ checks: readonly Check[]; words: number }>({ checks: [], words: 0 });
  useEffect(() => {
    if (!open) return;
    const { editor, book } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      const blocks = blocksOf(editor.state.doc).map((block) => ({
        ...block,
        type: typeOf(block.content),
        erasedAt: null,
      }));
      const text = blocks.filter(({ section }) => section !== "annex");
      const checks = checkDraft(blocks, { claims: book.all, figures, smallNumber });
      const words = wordsIn(text.map(({ content }) => ({ text: `${plainText(content)} ` })));
      // The same list as before where they say the same: it is not shown again, which takes longer than comparing.
      setFound((before) => ({ checks: isSame(before.checks, checks) ? before.checks : checks, words }));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(check, CHECK_MS);
    };
    check();
    editor.on("transaction", later);
    return () => {
      clearTimeout(timer);
      editor.off("transaction", later);
    };
  }, [open, figures, smallNumber]);
  return found;
}
