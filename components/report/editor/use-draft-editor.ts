"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EditedBlock } from "@/lib/report/draft/saving/edited-block";
import { listenLive } from "@/components/live/stream";
import { KeptDrafts } from "./saving/kept-drafts";
import { DraftSaver, NOTHING_WRITTEN, type SaverSnapshot } from "./saving/draft-saver";
import { postDraft } from "./saving/post-draft";
import { ClaimBook } from "./text/claim-book";
import { createEditor } from "./text/create-editor";
import { blocksOf, takeBlocks } from "./text/edited-blocks";
import { changeFromOutside } from "./text/outside-change";
import { skipOffScreen } from "./text/skip-off-screen";
import { draw } from "./text/underlines";
import type { EditorDraft } from "./types";

const WAIT = { keep: 500, send: 1500, retry: 3000 };
/** Several notices of one save are one question. */
const LIVE_MS = 400;

export type OpenEditor = { editor: Editor; saver: DraftSaver; book: ClaimBook };

/** The editor and what saves it, in the element that `host` is given; null until it is there. */
export function useDraftEditor(draft: EditorDraft, keys: Record<string, () => boolean>) {
  const host = useRef<HTMLDivElement>(null);
  const given = useRef({ draft, keys });
  const [open, setOpen] = useState<OpenEditor | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const made = openEditor(host.current, given.current.draft, given.current.keys);
    setOpen(made.open);
    return () => made.close();
  }, []);
  return { host, open };
}

function openEditor(element: HTMLElement, draft: EditorDraft, keys: Record<string, () => boolean>) {
  const { reportId, userId, blocks, claims, figures, smallNumber, title } = draft;
  const book = new ClaimBook(claims);
  const label = `The text of ${title}`;
  const editor = createEditor({ element, label, blocks, claims: book, figures, smallNumber, userId, keys });
  /** The text as it was left, once the page is closed. */
  let last: EditedBlock[] | null = null;
  const saver = new DraftSaver({
    reportId,
    blocks,
    read: () => last ?? blocksOf(editor.state.doc),
    show(wanted) {
      if (!last) changeFromOutside(editor, (state) => takeBlocks(state, wanted));
    },
    takeClaims(answered, kept) {
      book.take(answered, kept);
      if (!last && answered.length + kept.length > 0) changeFromOutside(editor, (state) => draw(state, {}));
    },
    post: (input) => postDraft(userId, input),
    store: new KeptDrafts(userId, reportId),
    wait: WAIT,
  });
  book.hearChanges((change) => saver.changeClaim(change));
  editor.on("update", ({ transaction }) => {
    if (!transaction.getMeta("theirs")) saver.changed();
  });
  void saver.start();
  const stopListening = listenForOthers(reportId, saver);
  const stopSkipping = skipOffScreen(element);
  return {
    open: { editor, saver, book },
    close() {
      stopListening();
      stopSkipping();
      last = blocksOf(editor.state.doc);
      editor.destroy();
      void saver.leave().finally(() => saver.stop());
    },
  };
}

/** Asks for what others wrote when the server announces a change, and sends what waits when the network is back. */
function listenForOthers(reportId: string, saver: DraftSaver): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void saver.save(), LIVE_MS);
  };
  const stop = listenLive((notice) => {
    if (notice.kind === "connected" || notice.reportId === reportId) ask();
  });
  window.addEventListener("online", ask);
  const onHidden = () => void (document.hidden && saver.leave());
  document.addEventListener("visibilitychange", onHidden);
  return () => {
    clearTimeout(timer);
    stop();
    window.removeEventListener("online", ask);
    document.removeEventListener("visibilitychange", onHidden);
  };
}

/** What `read` gives of the editor, again after each change of text or cursor. It has to be cheap, and the same for the same. */
export function useEditorState<T>(editor: Editor | null, read: (editor: Editor) => T, none: T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor?.on("transaction", listener);
      return () => void editor?.off("transaction", listener);
    },
    [editor],
  );
  return useSyncExternalStore(
    subscribe,
    () => (editor && !editor.isDestroyed ? read(editor) : none),
    () => none,
  );
}

export function useSaver(saver: DraftSaver): SaverSnapshot {
  return useSyncExternalStore(saver.subscribe, saver.snapshot, () => NOTHING_WRITTEN);
}
