import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/**
 * Marks the blocks of the selection and their neighbours, which the browser must not leave out of what it lays out
 * (skip-off-screen.ts). It takes a new block to be off screen until it has drawn it once, and the cursor of what is typed
 * into it before that would be put at its start.
 */
export function laidOut(): Plugin {
  return new Plugin({
    props: {
      decorations({ doc, selection: { $from, $to } }) {
        const [first, last] = [$from.index(0) - 1, $to.index(0) + 1];
        const marked: Decoration[] = [];
        doc.forEach((block, at, index) => {
          if (index >= first && index <= last)
            marked.push(Decoration.node(at, at + block.nodeSize, { "data-laid-out": "" }));
        });
        return DecorationSet.create(doc, marked);
      },
    },
  });
}
