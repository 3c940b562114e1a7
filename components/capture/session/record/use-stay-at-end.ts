"use client";

import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { ShownContribution } from "@/lib/capture/session/record-view";

/**
 * Keeps the newest contribution visible above the bar for a person who was looking at the end or logged it; a
 * person who reads further up is left alone. The bar's height is also kept free below whatever has the focus.
 */
export function useStayAtEnd(
  end: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
  contributions: readonly ShownContribution[],
  userId: string,
): void {
  const atEnd = useRef(false);
  const newest = contributions.at(-1);
  const before = useRef(newest?.id);
  const acted = useActed();

  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const root = document.documentElement;
    const keepFree = () => {
      const free = `${element.offsetHeight + 8}px`;
      // The scroll padding would push the page with every key in the bar itself; and while a contribution is
      // edited in a small window, the bar is at the end of the record and covers nothing.
      const covers = getComputedStyle(element).position === "sticky";
      root.style.scrollPaddingBottom = !covers || element.contains(document.activeElement) ? "" : free;
      if (end.current) end.current.style.scrollMarginBottom = free;
    };
    const observer = new ResizeObserver(() => {
      keepFree();
      if (atEnd.current) end.current?.scrollIntoView({ block: "end" });
    });
    observer.observe(element);
    // A keyboard that opens on a phone makes the window lower.
    const onResize = () => {
      if (atEnd.current) end.current?.scrollIntoView({ block: "end" });
    };
    window.addEventListener("resize", onResize);
    document.addEventListener("focusin", keepFree);
    document.addEventListener("focusout", keepFree);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", onResize);
      document.removeEventListener("focusin", keepFree);
      document.removeEventListener("focusout", keepFree);
      root.style.scrollPaddingBottom = "";
    };
  }, [bar, end]);

  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const observer = new IntersectionObserver(([seen]) => {
      atEnd.current = seen?.isIntersecting ?? false;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [end]);

  useLayoutEffect(() => {
    if (newest === undefined || newest.id === before.current) return;
    before.current = newest.id;
    if (atEnd.current || (acted.current && newest.recordedById === userId))
      end.current?.scrollIntoView({ block: "end" });
  }, [newest, end, userId, acted]);
}

/**
 * Until somebody interacts with the page, new contributions were logged before: after "back" the page may
 * lack them at first.
 */
function useActed(): RefObject<boolean> {
  const acted = useRef(false);
  useEffect(() => {
    const act = () => {
      acted.current = true;
    };
    const once = { capture: true, once: true };
    window.addEventListener("keydown", act, once);
    window.addEventListener("pointerdown", act, once);
    return () => {
      window.removeEventListener("keydown", act, once);
      window.removeEventListener("pointerdown", act, once);
    };
  }, []);
  return acted;
}
