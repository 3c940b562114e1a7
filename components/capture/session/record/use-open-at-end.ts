"use client";

import { useLayoutEffect } from "react";
import { OPENED_AT_END, showEnd } from "./open-at-end";

/** Where "back" or "forward" led last, until a link leads on. */
let wentTo: string | null = null;
let isFirst = true;
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => (wentTo = location.href));
  // A link's press, before the page that it leads to is drawn. The page may be drawn more than once on the way back.
  window.addEventListener("click", () => (wentTo = null), { capture: true });
}

const INPUT = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Whoever opens the page sees the newest contribution above the bar. On the way back or forward, and after a
 * reload, the browser brings back the place that was left.
 */
export function useOpenAtEnd(): void {
  useLayoutEffect(() => {
    const opens = location.hash === "" && !hasPlace();
    return opens ? stayUntilInput() : undefined;
  }, []);
}

/** Letters that come late, and what this computer kept, make the record longer before anybody does anything. */
function stayUntilInput(): () => void {
  showEnd();
  // The router shows the top of a page that a link led to, after this and before it is drawn.
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

/** Whether the page has its place already: the browser's own, or where somebody scrolled it meanwhile. */
function hasPlace(): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  const wasLoaded = isFirst && loaded !== undefined && new URL(loaded.name).pathname === location.pathname;
  isFirst = false;
  if (!wasLoaded) return wentTo === location.href;
  if (loaded instanceof PerformanceNavigationTiming && loaded.type !== "navigate") return true;
  return window.scrollY > 0 && performance.getEntriesByName(OPENED_AT_END).length === 0;
}
