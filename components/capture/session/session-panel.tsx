"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { permissionWords } from "@/lib/capture/people/permission-level";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { Present } from "./use-presence";
import { ticksOf } from "./record/ticks";
import type { Attendee, Names, SessionState } from "./types";

type Props = {
  session: SessionState;
  contributions: readonly ShownContribution[];
  /** Contributions that the page does not show count too. */
  countsAll: boolean;
  names: Names | null;
  onNames: () => void;
  tableId: string | null;
  present: readonly Present[];
  /** Null where nothing can be logged. */
  onSpeaker: ((one: Attendee) => void) | null;
  onPass: (goRoundId: string, participantId: string) => void;
};

/** Who is in the room, how often each was recorded, and who was not heard yet. */
export function SessionPanel(props: Props) {
  const { session, contributions, countsAll, names, onNames, tableId, present, onSpeaker, onPass } = props;
  const [bySeat, setBySeat] = useState(false);
  const goRound = session.goRounds.find(({ endedAt, tableId: at }) => endedAt === null && at === tableId);
  const heard = countsOf(contributions);
  const here = session.participants
    .filter((one) => one.present && !one.host && !one.erased)
    .filter((one) => tableId === null || one.tableId === tableId)
    .map((one) => ({
      one,
      count: countsAll ? (heard.get(one.id) ?? 0) : Math.max(one.contributions, heard.get(one.id) ?? 0),
    }));
  const silent = here.filter(({ count }) => count === 0).length;
  const seated = here.some(({ one }) => one.seat !== null);
  const ordered = [...here].sort(
    bySeat ? (a, b) => BY_SEAT.compare(a.one.seat ?? "~", b.one.seat ?? "~") : (a, b) => b.count - a.count,
  );
  const ticked = goRound ? ticksOf(goRound, contributions) : null;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-subheading">In the room</h2>
        <button
          type="button"
          aria-pressed={names !== null}
          onClick={onNames}
          className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 text-sm text-accent underline underline-offset-3 pointer-coarse:min-h-11"
        >
          {names ? "Hide names" : "Show names"} <KeyHint>F9</KeyHint>
        </button>
      </div>
      {onSpeaker && (
        <p className="text-sm text-soft">
          {names ? "" : "Hidden names still match what you type after @. "}The audit log records when you see
          names.
        </p>
      )}
      <p className="text-sm text-soft">{heardWords(here.length, silent)}</p>
      {goRound && ticked && (
        <p className="mt-1 text-sm">
          <b>Go-round: {goRound.text}</b>{" "}
          <span className="text-soft">
            {here.filter(({ one }) => ticked.has(one.id)).length} of {here.length} asked
          </span>
        </p>
      )}
      {seated && (
        <div className="mt-2 flex gap-2" role="group" aria-label="Order">
          <Button
            size="small"
            variant={bySeat ? "quiet" : "primary"}
            aria-pressed={!bySeat}
            onClick={() => setBySeat(false)}
          >
            By contributions
          </Button>
          <Button
            size="small"
            variant={bySeat ? "primary" : "quiet"}
            aria-pressed={bySeat}
            onClick={() => setBySeat(true)}
          >
            By seat
          </Button>
        </div>
      )}
      <ul className={bySeat ? "attendees seats" : "attendees"}>
        {ordered.map(({ one, count }) => {
          const writer = present.find(({ writingFor }) => writingFor === one.id);
          const colleague = writer && session.colleagues.find(({ userId }) => userId === writer.userId);
          return (
            <li key={one.id}>
              <Person
                one={one}
                count={count}
                name={names?.get(one.id)?.name ?? null}
                seat={bySeat}
                tick={ticked ? (ticked.get(one.id) ?? "not yet") : null}
                writing={colleague?.name ?? null}
                onSpeaker={onSpeaker}
              />
              {goRound && ticked && !ticked.has(one.id) && onSpeaker && (
                <button type="button" onClick={() => onPass(goRound.id, one.id)} className="passes">
                  Passes<span className="sr-only">: {one.label}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const BY_SEAT = new Intl.Collator("en-GB", { numeric: true });

function countsOf(contributions: readonly ShownContribution[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { participantId, struck, erased } of contributions)
    if (participantId && !struck && !erased) counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
  return counts;
}

function heardWords(here: number, silent: number): string {
  if (here === 0) return "Nobody is marked as present yet.";
  return silent === 0 ? `All ${here} were heard.` : `${silent} of ${here} not yet heard.`;
}

type PersonProps = {
  one: Attendee;
  count: number;
  name: string | null;
  seat: boolean;
  tick: string | null;
  writing: string | null;
  onSpeaker: ((one: Attendee) => void) | null;
};

function Person({ one, count, name, seat, tick, writing, onSpeaker }: PersonProps) {
  const about = [name, one.description].filter(Boolean).join(", ");
  const state = seat ? "" : [about, count === 0 && "not yet heard"].filter(Boolean).join(", ");
  const inner = (
    <>
      <b>{seat && one.seat ? `${one.seat} · ${one.label}` : one.label}</b>
      <span>
        {seat ? (name ?? "") : state}
        <small>{permissionWords(one.permission)}</small>
        {tick && <small>{tick === "not yet" ? "○ not asked yet" : `✓ ${tick}`}</small>}
        {writing && <small>{`${writing} is writing`}</small>}
      </span>
      <span>
        {count}
        <i>{count === 1 ? " contribution" : " contributions"}</i>
      </span>
    </>
  );
  const silent = count === 0 ? "silent" : undefined;
  return onSpeaker ? (
    <button type="button" onClick={() => onSpeaker(one)} className={silent}>
      {inner}
      <i>. Choose as the speaker</i>
    </button>
  ) : (
    <div className={silent}>{inner}</div>
  );
}
