"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { keepPlace, keptPlace, showPlace, type KeptPlace } from "./kept-place";
import { OPENED_AT_END, showEnd } from "./open-at-end";

/** The address that "back" or "forward" led to, until a link leads elsewhere. */
let wentTo: string | null = null;
let isFirst = true;
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => (wentTo = location.href));
  // A press on a link, before its page is rendered. The page may be rendered more than once on the way back.
  window.addEventListener("click", () => (wentTo = null), { capture: true });
}

const INPUT = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * A person who opens the page sees the newest contribution above the bar. After back, forward or a reload,
 * the browser restores the earlier scroll position. The page comes with the end of the record and reads the rest: that
 * place, or the contribution that the address names, is shown once it is there (`whole`), unless somebody moved meanwhile.
 */
export function useOpenAtEnd(whole: boolean): void {
  const opened = useRef<{ whole: boolean; place: KeptPlace | null; moved: boolean }>({
    whole,
    place: null,
    moved: false,
  });
  useLayoutEffect(() => {
    const had = hasPlace();
    opened.current.place = had ? keptPlace() : null;
    const stopKeeping = keepWhileOpen(() => {
      opened.current.moved = true;
    });
    const stop = location.hash === "" && !had ? stayUntilInput() : undefined;
    return () => {
      stopKeeping();
      stop?.();
    };
  }, []);
  const show = useEffectEvent(() => {
    const { whole: cameWhole, place, moved } = opened.current;
    if (cameWhole || moved) return;
    if (location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView();
    else if (place) showPlace(place, () => !opened.current.moved);
  });
  useEffect(() => {
    if (whole) show();
  }, [whole]);
}

/** Keeps the place whenever it was scrolled to, and hears of the first input. */
function keepWhileOpen(onInput: () => void): () => void {
  for (const kind of INPUT) window.addEventListener(kind, onInput, { capture: true, passive: true });
  window.addEventListener("scrollend", keepPlace, { passive: true });
  return () => {
    for (const kind of INPUT) window.removeEventListener(kind, onInput, { capture: true });
    window.removeEventListener("scrollend", keepPlace);
  };
}

/**
 * Fonts that load late, and what this computer kept, make the record longer before anybody interacts with it.
 */
function stayUntilInput(): () => void {
  showEnd();
  // The router scrolls to the top of a page that a link led to, after this and before it is shown.
  const frame = requestAnimationFrame(showEnd);
  const observer = new ResizeObserver(showEnd);
  observer.observe(document.body);
  const stop = () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    for (const kind of INPUT) window.removeEventListener(kind, stop, { capture: true });
  };
  for (const kind of INPUT) window.addEventListener(kind, stop, { capture: true, passive: true });
  return stop;
}

/** Whether the page has a scroll position already: restored by the browser, or from somebody's scrolling. */
function hasPlace(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  const wasLoaded = isFirst && loaded !== undefined && new URL(loaded.name).pathname === location.pathname;
  isFirst = false;
  if (!wasLoaded) return wentTo === location.href;
  if (loaded instanceof PerformanceNavigationTiming && loaded.type !== "navigate") return true;
  return window.scrollY > 0 && performance.getEntriesByName(OPENED_AT_END).length === 0;
}
