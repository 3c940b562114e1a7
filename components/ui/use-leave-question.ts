"use client";

import { useEffect, useRef } from "react";

/** Whether a press opens this link here, in place of the page; any other press does not leave the page. */
function leavesBy(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return false;
  if (link.target !== "" && link.target !== "_self") return false;
  const { origin, pathname, search } = link;
  const inside = pathname === location.pathname && search === location.search;
  return origin === location.origin && !inside;
}

/** Signing out is a form in the bar above the page. */
function leavesByForm(event: SubmitEvent): boolean {
  return event.target instanceof Element && event.target.closest("main") === null;
}

/**
 * Asks before a page with unsaved work is left; null asks nothing. When the whole page is unloaded, the
 * browser asks in its own words. A link of the application, Back and signing out do not unload it, so they
 * are handled here.
 */
export function useLeaveQuestion(question: string | null): void {
  /** Answered with yes: what follows from the same press is not asked about again. */
  const agreed = useRef(false);

  useEffect(() => {
    if (question === null) return;
    agreed.current = false;
    const stays = () => !agreed.current && !(agreed.current = window.confirm(question));
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onAct = () => void (agreed.current = false);
    const onClick = (event: MouseEvent) => {
      if (leavesBy(event) && stays()) stop(event);
    };
    const onSubmit = (event: SubmitEvent) => {
      if (leavesByForm(event) && stays()) stop(event);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!agreed.current) event.preventDefault();
    };
    const onNavigate = (event: Event) => {
      const back = "navigationType" in event && event.navigationType === "traverse";
      if (back && event.cancelable && stays()) event.preventDefault();
    };
    // In the capture phase, before the handlers of the link and the form, which are at the root.
    document.addEventListener("pointerdown", onAct, true);
    document.addEventListener("keydown", onAct, true);
    window.addEventListener("click", onClick, true);
    window.addEventListener("submit", onSubmit, true);
    window.addEventListener("beforeunload", onUnload);
    const history =
      "navigation" in window && window.navigation instanceof EventTarget ? window.navigation : null;
    history?.addEventListener("navigate", onNavigate);
    return () => {
      document.removeEventListener("pointerdown", onAct, true);
      document.removeEventListener("keydown", onAct, true);
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("submit", onSubmit, true);
      window.removeEventListener("beforeunload", onUnload);
      history?.removeEventListener("navigate", onNavigate);
    };
  }, [question]);
}
