"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import type { FoundEvidence } from "@/lib/report/editor/found-evidence";
import { BesideBlocks, type BesideBlock } from "./beside/beside-blocks";
import { CommentPanel, type CommentForm } from "./beside/comment-panel";
import { ChecksPanel } from "./panel/checks-panel";
import { EvidencePanel } from "./panel/evidence-panel";
import { FigurePanel } from "./panel/figure-panel";
import { TablePanel } from "./panel/table-panel";
import { SuggestionsPanel } from "./panel/suggestions-panel";
import { UnbackedPanel } from "./panel/unbacked-panel";
import { SaveLine } from "./saving/save-line";
import { Undecided } from "./saving/undecided";
import { useSaveFirst } from "./saving/use-save-first";
import { runCommand } from "./text/keys";
import { markAsOwn } from "./text/marking";
import { toggleSuggesting } from "./text/suggesting";
import { FindBar } from "./toolbar/find-bar";
import { Toolbar } from "./toolbar/toolbar";
import type { EditorDraft } from "./types";
import { useChecks } from "./use-checks";
import { useDraftEditor } from "./use-draft-editor";
import { useWriters } from "./use-writers";

export type EditorProps = {
  draft: EditorDraft;
  /** Findings and contributions with these words, or those with these ids. */
  findEvidence: (reportId: string, words: string, ids: string[]) => Promise<Answer<FoundEvidence>>;
  /** What a later stage shows beside blocks, and its form to begin a comment. */
  beside: readonly BesideBlock[];
  commentForm: CommentForm;
};

/** What is open beside or above the text; made again each time that it is asked for. */
type Opened = { what: "evidence" | "figure" | "table" | "comment" | "find" } | null;

/** The whole draft as one text, with what is checked and cited beside it. */
export function DraftEditor({ draft, findEvidence, beside, commentForm }: EditorProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const [besideBlock, setBesideBlock] = useState<string | null>(null);
  const keys = useMemo(() => keysOf(setOpened), []);
  const openPanel = useCallback((what: NonNullable<Opened>["what"]) => setOpened({ what }), []);
  // Asked for again, it takes the focus again.
  useEffect(() => {
    if (opened)
      document.querySelector<HTMLElement>("[data-opened] :is(input, textarea):not([type=hidden])")?.focus();
  }, [opened]);
  const { host, open } = useDraftEditor(draft, keys);
  const editor = open?.editor ?? null;
  useKeys(editor, open?.saver.save.bind(open.saver));
  useSaveFirst(open?.saver ?? null);
  useWriters(open, draft);
  const { checks, words } = useChecks(open, draft);
  const close = () => {
    setOpened(null);
    editor?.view.focus();
  };
  return (
    <div className="draft-editor" data-beside={beside.length > 0 || undefined}>
      <div className="min-w-0">
        <div className="editor-bar">
          <Toolbar
            editor={editor}
            onFind={() => setOpened({ what: "find" })}
            onCite={() => setOpened({ what: "evidence" })}
            onFigure={() => setOpened({ what: "figure" })}
            onTable={() => setOpened({ what: "table" })}
            onComment={() => setOpened({ what: "comment" })}
          />
          {editor && opened?.what === "find" && <FindBar editor={editor} onClose={() => setOpened(null)} />}
          <p className="editor-line">
            {open && <SaveLine saver={open.saver} />}
            <span>{lengthInWords(words)}</span>
          </p>
        </div>
        <div
          ref={host}
          className="editor-text"
          onClick={({ target }) => {
            const button = target instanceof Element && target.closest<HTMLElement>("[data-opens-beside]");
            if (button) setBesideBlock(button.dataset.opensBeside ?? null);
          }}
        />
        <p id="editor-keys" className="mt-2 text-sm text-soft">
          Alt+F10 goes to the buttons above the text, and Escape back. Tab leaves the text; in a table it goes
          to the next cell, and Escape leaves the table.
        </p>
      </div>
      {open && beside.length > 0 && (
        <BesideBlocks
          editor={open.editor}
          blocks={beside}
          opened={besideBlock}
          onClose={() => setBesideBlock(null)}
        />
      )}
      {open && (
        <aside aria-label="Beside the text" className="editor-side">
          <Undecided saver={open.saver} />
          {opened?.what === "evidence" && (
            <EvidencePanel open={open} reportId={draft.reportId} find={findEvidence} onClose={close} />
          )}
          {opened?.what === "figure" && (
            <FigurePanel editor={open.editor} figures={draft.figures} onClose={close} />
          )}
          {opened?.what === "table" && <TablePanel editor={open.editor} onClose={close} />}
          {opened?.what === "comment" && (
            <CommentPanel editor={open.editor} asked={opened} form={commentForm} onClose={close} />
          )}
          <UnbackedPanel editor={open.editor} onFigure={() => setOpened({ what: "figure" })} />
          <SuggestionsPanel editor={open.editor} people={draft.people} />
          <ChecksPanel editor={open.editor} checks={checks} open={openPanel} />
        </aside>
      )}
    </div>
  );
}

const WORDS_A_MINUTE = 230;

/** "912 words, 4 minutes to read". */
function lengthInWords(words: number): string {
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  const count = words === 1 ? "1 word" : `${words.toLocaleString("en-GB")} words`;
  return `${count}, ${minutes === 1 ? "1 minute" : `${minutes} minutes`} to read`;
}

function keysOf(open: (what: Opened) => void): Record<string, () => boolean> {
  const opens = (what: NonNullable<Opened>["what"]) => () => {
    open({ what });
    return true;
  };
  return {
    "Mod-k": opens("evidence"),
    "Mod-Shift-k": opens("figure"),
    "Mod-Alt-t": opens("table"),
    "Mod-Alt-m": opens("comment"),
    "Mod-f": opens("find"),
    Escape: () => {
      open(null);
      return true;
    },
    "Alt-F10": () => {
      document.querySelector<HTMLElement>("[data-toolbar] button")?.focus();
      return true;
    },
  };
}

/** Keys that need the editor itself. */
function useKeys(editor: Editor | null, save: (() => Promise<void>) | undefined) {
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === "s") void save?.();
      else if (key === "e" && event.shiftKey) runCommand(editor, toggleSuggesting);
      else if (key === "o" && event.altKey) runCommand(editor, markAsOwn);
      else return;
      event.preventDefault();
    };
    dom.addEventListener("keydown", press);
    return () => dom.removeEventListener("keydown", press);
  }, [editor, save]);
}
