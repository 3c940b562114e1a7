"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { LineCoding } from "@/lib/tag/coding/tagging";
import { withKept } from "./kept-lines";
import type { ShownLine } from "./shown-line";

export type ReadLines = { lines: ShownLine[]; coding: Record<string, LineCoding> };

type Asked = {
  /** Another address is another list: nothing of the one before is kept. */
  address: string;
  fromServer: readonly ShownLine[];
  /** Reads lines by their ids; one that is not there any more is left out. */
  readKept: (lineIds: string[]) => Promise<ReadLines>;
  onRead: (coding: Record<string, LineCoding>) => void;
};

/**
 * The lines of a list that goes on living: coded out of its filter, a line stays where it was until the page is
 * opened anew. As the page is read again such lines are read by their ids, and those that were struck out or erased
 * meanwhile go.
 */
export function useLines({ address, fromServer, readKept, onRead }: Asked): readonly ShownLine[] {
  const [read, setRead] = useState({ address, fromServer });
  const [lines, setLines] = useState(fromServer);
  if (read.fromServer !== fromServer || read.address !== address) {
    setRead({ address, fromServer });
    setLines(read.address === address ? withKept(lines, fromServer) : fromServer);
  }

  const readAgain = useEffectEvent(() => {
    const found = new Set(fromServer.map(({ id }) => id));
    const kept = new Set(lines.filter(({ id }) => !found.has(id)).map(({ id }) => id));
    if (kept.size === 0) return;
    void readKept([...kept]).then(
      (answer) => {
        const standing = new Map(answer.lines.map((line) => [line.id, line]));
        setLines((before) =>
          before.flatMap((line) => (kept.has(line.id) ? (standing.get(line.id) ?? []) : line)),
        );
        onRead(answer.coding);
      },
      // Without an answer they stay as they were; the next time the page is read they are asked for again.
      () => undefined,
    );
  });
  useEffect(() => readAgain(), [fromServer]);
  return lines;
}
