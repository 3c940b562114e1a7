"use client";

import { useEffect, useState } from "react";
import type { Check } from "@/lib/report/check/check";
import { checkDraft } from "@/lib/report/check/checks";
import { joinedChecks } from "@/lib/report/check/joined-checks";
import { wordsIn } from "@/lib/report/draft/draft-block";
import { plainText, typeOf } from "@/lib/report/draft/block";
import { sameBlock } from "@/lib/report/draft/saving/edited-block";
import { blocksOf } from "./text/edited-blocks";
import type { EditorDraft } from "./types";
import type { OpenEditor } from "./use-draft-editor";

/** Long enough that a key is on the screen first. */
const CHECK_MS = 400;

const isSame = (some: readonly Check[], others: readonly Check[]) =>
  JSON.stringify(some) === JSON.stringify(others);

/** The checks of the text as it is, and how long it is, a moment after each change. */
export function useChecks(open: OpenEditor | null, draft: EditorDraft) {
  const { figures, smallNumber, checks: server, blocks: read } = draft;
  const [found, setFound] = useState<{ checks: readonly Check[]; words: number }>({ checks: [], words: 0 });
  useEffect(() => {
    if (!open) return;
    const { editor, book } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      const edited = blocksOf(editor.state.doc);
      const unchanged = edited.filter((block) => {
        const asRead = read.find(({ id }) => id === block.id);
        return asRead !== undefined && sameBlock(asRead, block);
      });
      const blocks = edited.map((block) => ({
        ...block,
        type: typeOf(block.content),
        erasedAt: null,
      }));
      const text = blocks.filter(({ section }) => section !== "annex");
      const checks = joinedChecks({
        order: blocks.map(({ id }) => id),
        here: checkDraft(blocks, { claims: book.all, figures, smallNumber }),
        server,
        unchanged: new Set(unchanged.map(({ id }) => id)),
      });
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
  }, [open, figures, smallNumber, server, read]);
  return found;
}
