"use client";

import { useEffect, useState } from "react";
import type { AgendaQuestion, Opening } from "./types";

type Props = { question: AgendaQuestion; tableId: string | null };

const TICK_MS = 15_000;

/** How long a question has been discussed at this table, out of the minutes planned for it. */
export function QuestionClock({ question, tableId }: Props) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const here = question.openings.filter((one) => one.tableId === tableId);
  if (now === null || here.length === 0) return null;
  return (
    <span className="text-meta text-soft tabular-nums">
      {minutesOf(here, now)} min{question.minutes !== null && ` of ${question.minutes}`}
    </span>
  );
}

/** The times of a question that was returned to add up. */
function minutesOf(openings: readonly Opening[], now: number): number {
  const spent = openings.map(
    ({ openedAt, until }) => (until ? Date.parse(until) : now) - Date.parse(openedAt),
  );
  return Math.floor(spent.reduce((sum, one) => sum + Math.max(0, one), 0) / 60_000);
}
