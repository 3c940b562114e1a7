"use client";

import { useState } from "react";
import { rareParts } from "../rare-parts";

/**
 * The contribution that is being edited. The editor comes after the page: until it is there the contribution stays as it is,
 * because what is typed meanwhile would go to the bar.
 */
export function useEditing(refuse: (problem: string) => void) {
  const [editing, setEditing] = useState<string | null>(null);
  const edit = (contributionId: string) => {
    if (rareParts.now()) return setEditing(contributionId);
    rareParts.get().then(
      () => setEditing(contributionId),
      () => refuse("The editor could not be loaded. It is tried again. You can go on logging."),
    );
  };
  return { editing, edit, stopEditing: () => setEditing(null) };
}
