"use client";

import { useLayoutEffect, useState, type RefObject } from "react";

export type ListPlace = { side: "above" | "below"; maxHeight: number };

const GAP = 8;
/** Above the bar, the usual place, as long as this much fits there. */
const ENOUGH = 260;
function bottomOf(selector: string): number {
  return document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
}

/** Two rows, however small the window is. */
const LEAST = 88;

/**
 * On which side of the bar a list opens, and its height in CSS pixels: it stays in the visible part of the
 * window (a phone's keyboard covers some of it) and off the header and the page's heading.
 */
export function useListPlace(list: RefObject<HTMLElement | null>): ListPlace {
  const [place, setPlace] = useState<ListPlace>({ side: "above", maxHeight: LEAST });
  useLayoutEffect(() => {
    const measure = () => {
      const anchor = list.current?.offsetParent?.getBoundingClientRect();
      if (!anchor) return;
      const view = window.visualViewport;
      const top = view?.offsetTop ?? 0;
      const height = view?.height ?? window.innerHeight;
      const above = anchor.top - Math.max(top, bottomOf("header"), bottomOf("main h1")) - 2 * GAP;
      const below = top + height - anchor.bottom - 2 * GAP;
      const side = above >= ENOUGH || above >= below ? "above" : "below";
      const free = side === "above" ? above : below;
      const maxHeight = Math.max(LEAST, Math.min(free, height / 2));
      setPlace((now) => (now.side === side && now.maxHeight === maxHeight ? now : { side, maxHeight }));
    };
    measure();
    const options = { capture: true, passive: true };
    window.addEventListener("scroll", measure, options);
    window.addEventListener("resize", measure);
    window.visualViewport?.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure, options);
      window.removeEventListener("resize", measure);
      window.visualViewport?.removeEventListener("resize", measure);
    };
  }, [list]);
  return place;
}
