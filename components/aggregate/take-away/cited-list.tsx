"use client";

import { useEffect, useRef, type ReactNode } from "react";

type Props = {
  /** What is in the list, by id; empty where `children` say so in its place. */
  ids: readonly string[];
  children: ReactNode;
};

/** Keeps the focus where it was when something is removed: on what follows it, else what precedes it, else on the whole. */
export function CitedList({ ids, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(ids);
  useEffect(() => {
    const removed = before.current.findIndex((id) => !ids.includes(id));
    before.current = ids;
    if (removed < 0 || document.activeElement !== document.body) return;
    const items = [...(box.current?.querySelectorAll<HTMLElement>("[data-cited]") ?? [])];
    (items[removed] ?? items.at(-1) ?? box.current)?.focus();
  }, [ids]);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
