"use client";

import type { Editor } from "@tiptap/core";
import { redo, redoDepth, undo, undoDepth } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { useRef, type KeyboardEvent } from "react";
import { isBlock, moveBlock, runCommand, toggleBlock, type TextBlock } from "../text/keys";
import { isSuggesting, toggleSuggesting } from "../text/suggesting";
import { placeInTable } from "../text/table/table-commands";
import { useEditorState } from "../use-draft-editor";
import { TABLE_TOOLS } from "./table-tools";

/** A tool by word; where there is little room, or the sign is known to everybody, a sign stands for it. */
type Tool = {
  word: string;
  sign?: string;
  short?: string;
  keys?: string;
  run: () => void;
  pressed?: boolean;
  off?: boolean;
};

type Props = {
  editor: Editor | null;
  onFind: () => void;
  onCite: () => void;
  onFigure: () => void;
  onTable: () => void;
  onComment: () => void;
};

const BLOCKS: readonly [TextBlock, string, string, string][] = [
  ["heading", "Heading", "H", "Ctrl+Alt+2"],
  ["subheading", "Subheading", "h", "Ctrl+Alt+3"],
  ["list_item", "List", "•", "Ctrl+Shift+8"],
  ["blockquote", "Quotation", "“ ”", "Ctrl+Shift+9"],
];

const IN_TABLE = ["table-caption", "table-headings", "table-row"];

/** What is pressed and what can be done, as one text that changes only when a button does. */
function stateOf(editor: Editor): string {
  const { state } = editor;
  const block = state.selection.$from.parent;
  return [
    editor.isActive("strong") && "strong",
    editor.isActive("em") && "em",
    ...BLOCKS.map(([type]) => isBlock(block, type) && type),
    isSuggesting(state) && "suggesting",
    placeInTable(state) && `table-${placeInTable(state)}`,
    undoDepth(state) > 0 && "undo",
    redoDepth(state) > 0 && "redo",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The commands of the text by word. Tab goes into the bar once, arrows go along it; Escape goes back to the text. */
export function Toolbar({ editor, onFind, onCite, onFigure, onTable, onComment }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const now = new Set(useEditorState(editor, stateOf, "").split(" "));
  const run = (command: Command) => () => {
    if (editor) runCommand(editor, command);
    editor?.view.focus();
  };
  const mark = (name: string) => () => {
    editor?.commands.toggleMark(name);
    editor?.view.focus();
  };
  const tools: Tool[] = [
    { word: "Bold", sign: "B", keys: "Ctrl+B", run: mark("strong"), pressed: now.has("strong") },
    { word: "Italic", sign: "I", keys: "Ctrl+I", run: mark("em"), pressed: now.has("em") },
    ...BLOCKS.map(([type, word, short, keys]) => ({
      word,
      short,
      keys,
      run: run(toggleBlock(type)),
      pressed: now.has(type),
    })),
    { word: "Cite evidence", short: "Cite", keys: "Ctrl+K", run: onCite },
    { word: "Insert figure", short: "Figure", keys: "Ctrl+Shift+K", run: onFigure },
    { word: "Table", keys: "Ctrl+Alt+T", run: onTable },
    { word: "Comment", keys: "Ctrl+Alt+M", run: onComment },
    { word: "Undo", sign: "↶", keys: "Ctrl+Z", run: run(undo), off: !now.has("undo") },
    { word: "Redo", sign: "↷", keys: "Ctrl+Y", run: run(redo), off: !now.has("redo") },
    { word: "Move up", sign: "↑", keys: "Alt+Up", run: run(moveBlock("up")) },
    { word: "Move down", sign: "↓", keys: "Alt+Down", run: run(moveBlock("down")) },
    { word: "Find", keys: "Ctrl+F", run: onFind },
    { word: "Suggest", keys: "Ctrl+Shift+E", run: run(toggleSuggesting), pressed: now.has("suggesting") },
    ...TABLE_TOOLS.flatMap(({ word, where, command }) =>
      IN_TABLE.some((place) => now.has(place))
        ? [{ word, run: run(command), off: !where.some((place) => now.has(`table-${place}`)) }]
        : [],
    ),
  ];

  function go(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") editor?.view.focus();
    else if (to === undefined) return;
    buttons.at(to === buttons.length ? 0 : (to ?? at))?.focus();
    if (to !== undefined) event.preventDefault();
    else editor?.view.focus();
  }

  return (
    <div ref={bar} role="toolbar" aria-label="Text" className="editor-tools" onKeyDown={go} data-toolbar>
      {tools.map(({ word, sign, short, keys, run: press, pressed, off }, index) => (
        <button
          key={word}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={word}
          aria-pressed={pressed}
          aria-disabled={off || undefined}
          aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
          title={keys ? `${word} (${keys})` : word}
          // The selection in the text stays while a button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={off ? undefined : press}
        >
          {short ? (
            <>
              <span className="lg:hidden">{short}</span>
              <span className="max-lg:hidden">{word}</span>
            </>
          ) : (
            <span data-tool={sign && word}>{sign ?? word}</span>
          )}
        </button>
      ))}
    </div>
  );
}
