"use client";

import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { listenLive } from "@/components/live/stream";
import { changeFromOutside } from "./text/outside-change";
import { draw } from "./text/underlines";
import type { EditorDraft } from "./types";
import type { OpenEditor } from "./use-draft-editor";

const TELL_MS = 10_000;
const SETTLE_MS = 400;
/** Somebody who missed three announcements has gone. */
const GONE_MS = 32_000;

const blockOf = ({ state, isFocused }: Editor): string | null => {
  const { $from } = state.selection;
  return isFocused && $from.depth > 0 ? (($from.node(1).attrs.id as string | null) ?? null) : null;
};

function announce(reportId: string, blockId: string | null): void {
  // Lost where there is no network: nothing depends on it.
  void fetch("/api/report/v1/writing", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reportId, blockId }),
    keepalive: true,
  }).catch(() => {});
}

/** Shows beside a block who else is in it, and tells the others where the cursor is here. Nothing of it is stored. */
export function useWriters(open: OpenEditor | null, { reportId, userId, people }: EditorDraft): void {
  useEffect(() => {
    if (!open) return;
    const { editor } = open;
    const others = new Map<string, { blockId: string; heardAt: number }>();
    let mine: string | null = null;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      for (const [who, { heardAt }] of others) if (Date.now() - heardAt > GONE_MS) others.delete(who);
      const named = [...others].map(([who, { blockId }]) => [blockId, people[who] ?? "Somebody"] as const);
      changeFromOutside(editor, (state) => draw(state, { others: new Map(named) }));
    };
    const tell = () => announce(reportId, mine);
    const onCursor = () => {
      const now = blockOf(editor);
      if (now === mine) return;
      mine = now;
      clearTimeout(soon);
      soon = setTimeout(tell, SETTLE_MS);
    };
    const stop = listenLive(({ kind, userId: who, ids = [] }) => {
      if (kind !== "presence" || ids[0] !== reportId || !who || who === userId) return;
      const [, blockId] = ids;
      if (blockId === undefined) others.delete(who);
      else others.set(who, { blockId, heardAt: Date.now() });
      show();
    });
    for (const event of ["selectionUpdate", "focus", "blur"] as const) editor.on(event, onCursor);
    const timer = setInterval(() => {
      if (mine !== null) tell();
      if (others.size > 0) show();
    }, TELL_MS);
    const leave = () => announce(reportId, null);
    window.addEventListener("pagehide", leave);
    return () => {
      stop();
      clearTimeout(soon);
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      for (const event of ["selectionUpdate", "focus", "blur"] as const) editor.off(event, onCursor);
      if (mine !== null) leave();
    };
  }, [open, reportId, userId, people]);
}
