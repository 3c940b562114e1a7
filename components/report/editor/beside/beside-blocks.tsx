"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { findBlock } from "../text/edited-blocks";
import { changeFromOutside } from "../text/outside-change";
import { draw } from "../text/underlines";

/** What a later stage has to say about a block, and how many things that are. */
export type BesideBlock = { blockId: string; count: number; shown: ReactNode };

type Props = {
  editor: Editor;
  blocks: readonly BesideBlock[];
  /** The block whose comments are opened where there is no room for a column. */
  opened: string | null;
  onClose: () => void;
};

const GAP_PX = 16;

/**
 * Comments beside the blocks that they are about. Where the window is too narrow for a column, a count stands below the block,
 * and opens them.
 */
export function BesideBlocks({ editor, blocks, opened, onClose }: Props) {
  const column = useRef<HTMLElement>(null);
  const counts = blocks.map(({ blockId, count }) => `${blockId} ${count}`).join(",");
  useEffect(() => {
    const read = counts.split(",").map((one) => one.split(" "));
    const byBlock = new Map(read.map(([blockId = "", count]) => [blockId, Number(count)]));
    changeFromOutside(editor, (state) => draw(state, { counts: byBlock }));
  }, [editor, counts]);
  useLayoutEffect(() => {
    const within = column.current;
    if (!within) return;
    const place = () => placeBeside(editor, within);
    place();
    const observer = new ResizeObserver(place);
    for (const one of [editor.view.dom, ...within.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [editor, counts]);
  return (
    <aside ref={column} aria-label="Comments" className="editor-beside">
      {blocks.map(({ blockId, shown }) => (
        <div
          key={blockId}
          data-block={blockId}
          data-open={opened === blockId || undefined}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        >
          <p className="mb-2 text-right xl:hidden">
            <Button size="small" variant="quiet" onClick={onClose}>
              Close
            </Button>
          </p>
          {shown}
        </div>
      ))}
    </aside>
  );
}

/** Each as high as its block, or below what stands before it. */
function placeBeside(editor: Editor, column: HTMLElement) {
  if (editor.isDestroyed) return;
  const start = column.getBoundingClientRect().top;
  const placed = [...column.querySelectorAll<HTMLElement>(":scope > [data-block]")].map((element) => {
    const block = findBlock(editor.state.doc, element.dataset.block ?? "");
    const shown = block && editor.view.nodeDOM(block.pos);
    const top = shown instanceof Element ? shown.getBoundingClientRect().top - start : Infinity;
    return { element, top, height: element.offsetHeight };
  });
  let free = 0;
  for (const { element, top, height } of placed.toSorted((a, b) => a.top - b.top)) {
    // Those of a block that was removed stand last.
    const at = Math.max(free, top === Infinity ? free : top);
    element.style.setProperty("--beside-top", `${at}px`);
    free = at + height + GAP_PX;
  }
  column.style.setProperty("min-height", `${free}px`);
}
