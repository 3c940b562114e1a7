import { Extension, textblockTypeInputRule, type Editor } from "@tiptap/core";
import { splitBlockAs } from "@tiptap/pm/commands";
import { history, redo, undo } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Command } from "@tiptap/pm/state";
import { FIGURE_NODE, TABLE_NODE } from "@/lib/report/editor/document";

/** What a block may become by its button or key. */
export type TextBlock = "paragraph" | "heading" | "subheading" | "list_item" | "blockquote";

const TYPES = {
  paragraph: { name: "paragraph", attrs: {} },
  heading: { name: "heading", attrs: { level: 2 } },
  subheading: { name: "heading", attrs: { level: 3 } },
  list_item: { name: "list_item", attrs: {} },
  blockquote: { name: "blockquote", attrs: {} },
} as const satisfies Record<TextBlock, { name: string; attrs: Record<string, unknown> }>;

export function isBlock(node: Node, block: TextBlock): boolean {
  const { name, attrs } = TYPES[block];
  return node.type.name === name && (!("level" in attrs) || node.attrs.level === attrs.level);
}

/** These stay what they are. */
const NO_TEXT = new Set([FIGURE_NODE, TABLE_NODE]);

/** Makes the blocks of the selection this type, or plain paragraphs where all of them are it already. */
export function toggleBlock(block: TextBlock): Command {
  return (state, dispatch) => {
    const places: { node: Node; pos: number }[] = [];
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos, parent) => {
      if (parent === state.doc && !NO_TEXT.has(node.type.name)) places.push({ node, pos });
      return false;
    });
    if (places.length === 0) return false;
    const { name, attrs } = TYPES[places.every(({ node }) => isBlock(node, block)) ? "paragraph" : block];
    const { tr } = state;
    for (const { node, pos } of places) {
      const { id, section } = node.attrs as Record<string, unknown>;
      tr.setNodeMarkup(pos, state.schema.nodes[name], { ...attrs, id, section });
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Moves the block of the cursor past its neighbour, whose part of the report it then belongs to. */
export function moveBlock(direction: "up" | "down"): Command {
  return ({ doc, selection, tr }, dispatch) => {
    const index = selection.$from.index(0);
    const other = index + (direction === "up" ? -1 : 1);
    if (other < 0 || other >= doc.childCount) return false;
    const [first, second] = direction === "up" ? [other, index] : [index, other];
    const [above, below] = [doc.child(first), doc.child(second)];
    let start = 0;
    for (let n = 0; n < first; n++) start += doc.child(n).nodeSize;
    const { section } = doc.child(other).attrs as { section: string };
    const placed = (node: Node) =>
      node === doc.child(index)
        ? node.type.create({ ...node.attrs, section }, node.content, node.marks)
        : node;
    tr.replaceWith(start, start + above.nodeSize + below.nodeSize, [placed(below), placed(above)]);
    const within = selection.from - selection.$from.before(1);
    const offset = within + start + (direction === "up" ? 0 : below.nodeSize);
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(offset))).scrollIntoView());
    return true;
  };
}

/** A heading or a quotation goes on with a paragraph, a list with its next item; an empty item ends the list. */
const enter: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const block = $from.parent;
  if (empty && block.content.size === 0 && block.type.name === "list_item")
    return toggleBlock("paragraph")(state, dispatch);
  return splitBlockAs((node, atEnd) => {
    const plain = atEnd && node.type.name !== "list_item";
    const type = plain || node.type.name === FIGURE_NODE ? state.schema.nodes.paragraph : node.type;
    return type ? { type, attrs: { ...node.attrs } } : null;
  })(state, dispatch, view);
};

/** At the start of what is no paragraph, the first press makes it one; the next joins it to what stands before. */
const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { name } = $from.parent.type;
  if (!empty || $from.parentOffset > 0 || name === "paragraph" || name === FIGURE_NODE) return false;
  return toggleBlock("paragraph")(state, dispatch);
};

/** Keys of the text itself; those that open something are given by the page. */
export function textKeys(also: Record<string, () => boolean>) {
  return Extension.create({
    name: "textKeys",
    priority: 1500,
    addKeyboardShortcuts() {
      const run = (command: Command) => () => runCommand(this.editor, command);
      return {
        Enter: run(enter),
        Backspace: run(backspace),
        "Mod-b": () => this.editor.commands.toggleMark("strong"),
        "Mod-i": () => this.editor.commands.toggleMark("em"),
        "Mod-z": run(undo),
        "Mod-y": run(redo),
        "Mod-Shift-z": run(redo),
        "Mod-Alt-0": run(toggleBlock("paragraph")),
        "Mod-Alt-2": run(toggleBlock("heading")),
        "Mod-Alt-3": run(toggleBlock("subheading")),
        "Mod-Shift-8": run(toggleBlock("list_item")),
        "Mod-Shift-9": run(toggleBlock("blockquote")),
        "Alt-ArrowUp": run(moveBlock("up")),
        "Alt-ArrowDown": run(moveBlock("down")),
        ...also,
      };
    },
    addInputRules() {
      const rule = (find: RegExp, name: string, attrs: Record<string, unknown>) => {
        const type = this.editor.schema.nodes[name];
        return type ? [textblockTypeInputRule({ find, type, getAttributes: () => attrs })] : [];
      };
      return [
        ...rule(/^##\s$/, "heading", { level: 2 }),
        ...rule(/^###\s$/, "heading", { level: 3 }),
        ...rule(/^[-*•]\s$/, "list_item", {}),
        ...rule(/^>\s$/, "blockquote", {}),
      ];
    },
    addProseMirrorPlugins: () => [history()],
  });
}

export function runCommand({ state, view }: Editor, command: Command): boolean {
  return command(state, view.dispatch, view);
}
