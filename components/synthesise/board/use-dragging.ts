"use client";

import { useRef, type DragEvent } from "react";
import { BOARD_FORM, checkboxes } from "./board-elements";

const TARGET = "button[data-bearing]";

/** The button under the pointer, if what is dragged may be dropped there. */
function targetOf({ target }: DragEvent): HTMLButtonElement | null {
  const button = target instanceof Element ? target.closest(TARGET) : null;
  return button instanceof HTMLButtonElement ? button : null;
}

/**
 * A contribution is dragged by its handle onto a button of a finding, together with what is ticked. Dropping it
 * presses that button.
 */
export function useDragging() {
  const over = useRef<HTMLButtonElement | null>(null);

  function mark(next: HTMLButtonElement | null) {
    if (over.current !== next) delete over.current?.dataset.over;
    if (next) next.dataset.over = "";
    over.current = next;
  }

  return {
    onDragStart(event: DragEvent) {
      const handle = event.target instanceof Element ? event.target.closest("[data-handle]") : null;
      const item = handle?.closest("li");
      const box = item?.querySelector<HTMLInputElement>("input[name=contributions]");
      if (!item || !box) return;
      if (!box.checked) box.click();
      const ticked = checkboxes().filter(({ checked }) => checked).length;
      event.dataTransfer.setData("text/plain", `${ticked} contributions`);
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(item, 0, 0);
      document.getElementById(BOARD_FORM)?.setAttribute("data-dragging", "");
    },
    onDragOver(event: DragEvent) {
      const button = targetOf(event);
      mark(button);
      if (button) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const button = targetOf(event);
      mark(null);
      if (!button) return;
      event.preventDefault();
      button.click();
    },
    onDragEnd() {
      mark(null);
      document.getElementById(BOARD_FORM)?.removeAttribute("data-dragging");
    },
  };
}
