"use client";

import { useRef, useState } from "react";
import type { CodingRead, TaggingAnswer } from "@/lib/tag/coding/tagging";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import {
  inverseOf,
  rejectedAfter,
  UNTOUCHED,
  withRead,
  type ContributionState,
} from "./kept/pending-changes";

const NOT_SENT = {
  ok: false as const,
  message: "This was not saved. Check your connection, then do it again.",
};

type Asked = {
  send: (change: TaggingChange) => Promise<TaggingAnswer>;
  /** Announces a change to screen readers. */
  words: (change: TaggingChange) => string;
  /** Whether the contribution is on this page, so that a refusal is seen at it. */
  isHere: (contributionId: string) => boolean;
};

/**
 * The coding of the contributions on the page, and of those on earlier pages. A change shows at once, marked
 * as being saved, and is sent after the one before it; a refused one is reverted, and its contribution says
 * why.
 */
export function useTaggings(fromServer: CodingRead, { send, words, isHere }: Asked) {
  const [contributions, setContributions] = useState<Record<string, ContributionState>>(() =>
    readAgain({}, fromServer),
  );
  const [read, setRead] = useState(fromServer);
  const [undoable, setUndoable] = useState<readonly TaggingChange[]>([]);
  /** Of these, what is being sent. */
  const [undoing, setUndoing] = useState<readonly TaggingChange[]>([]);
  const [status, setStatus] = useState("");
  const queue = useRef(Promise.resolve());

  // The page was read again: it replaces what was saved, and keeps what is being sent.
  if (read !== fromServer) {
    setRead(fromServer);
    setContributions(readAgain(contributions, fromServer));
  }

  function update(id: string, next: (state: ContributionState) => ContributionState) {
    setContributions((before) => ({ ...before, [id]: next(before[id] ?? UNTOUCHED) }));
  }

  function dispatch(change: TaggingChange, inverse: TaggingChange | null) {
    const id = change.contributionId;
    update(id, (state) => ({
      ...state,
      waiting: [...state.waiting, change],
      rejected: rejectedAfter(state.rejected, change),
      problem: null,
    }));
    if (inverse) setUndoable((before) => [...before, inverse]);
    queue.current = queue.current.then(async () => {
      const answer = await send(change).catch(() => NOT_SENT);
      update(id, (state) => settled(state, change, answer));
      const elsewhere = isHere(id) ? "" : " Its contribution is on another page.";
      if (answer.ok) setStatus(words(change) + elsewhere);
      // A refusal is shown at its contribution, where that is on the page.
      else setStatus(elsewhere && answer.message + elsewhere);
      if (!answer.ok) setUndoable((before) => without(before, inverse));
      // An undo that was refused would be refused again; one that did not arrive can be tried again.
      if (answer !== NOT_SENT) setUndoable((before) => without(before, change));
      setUndoing((before) => without(before, change));
    });
  }

  /** The latest change that can be undone and is not being undone. */
  const next = undoable.findLast((change) => !undoing.includes(change));

  return {
    status,
    /** Announces something that is not a change. */
    say: setStatus,
    /** Uses what was read of some contributions. */
    readAgain: (read: CodingRead) => setContributions((before) => readAgain(before, read)),
    stateOf: (id: string) => contributions[id] ?? UNTOUCHED,
    ask: (change: TaggingChange) =>
      dispatch(change, inverseOf(contributions[change.contributionId] ?? UNTOUCHED, change)),
    canUndo: next !== undefined,
    /** Undoes the last change; returns its contribution's id, or null when there is nothing to undo. */
    undo: (): string | null => {
      if (!next) return null;
      setUndoing((before) => [...before, next]);
      dispatch(next, null);
      return next.contributionId;
    },
  };
}

function without(changes: readonly TaggingChange[], change: TaggingChange | null): readonly TaggingChange[] {
  return changes.filter((one) => one !== change);
}

function readAgain(
  before: Record<string, ContributionState>,
  fromServer: CodingRead,
): Record<string, ContributionState> {
  const after = { ...before };
  for (const id of Object.keys(fromServer.coding))
    after[id] = withRead(before[id] ?? UNTOUCHED, fromServer, id);
  return after;
}

function settled(state: ContributionState, change: TaggingChange, answer: TaggingAnswer): ContributionState {
  const waiting = state.waiting.filter((one) => one !== change);
  return answer.ok
    ? { ...withRead(state, answer.now, change.contributionId), waiting, problem: null }
    : { ...state, waiting, problem: answer.message };
}
