"use client";

import { useEffect } from "react";
import type { DraftSaver } from "./draft-saver";

/** A form of this page that keeps or publishes a version is sent once what was just written is saved: it is part of it. */
export function useSaveFirst(saver: DraftSaver | null): void {
  useEffect(() => {
    if (!saver) return;
    const onSubmit = (event: SubmitEvent) => {
      const { target, submitter } = event;
      // Signing out is a form above the page: what is not saved stays in this browser.
      if (!(target instanceof HTMLFormElement) || !target.closest("main")) return;
      // One that writes into the text itself, or looks something up, needs nothing of the server.
      if (target.matches("[role=search], [data-of-text]")) return;
      if (saver.snapshot().state === "saved") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void saver.saveAll().then((isSaved) => {
        if (isSaved) target.requestSubmit(submitter);
      });
    };
    window.addEventListener("submit", onSubmit, true);
    return () => window.removeEventListener("submit", onSubmit, true);
  }, [saver]);
}
