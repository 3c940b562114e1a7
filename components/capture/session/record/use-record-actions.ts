import { useLayoutEffect, useMemo, useRef } from "react";
import type { Operation } from "@/lib/capture/session/operation";

/** What can be done with a contribution of the record. */
export type RecordActions = {
  onEdit: (contributionId: string) => void;
  /** `focused`: the contribution that gets the focus, where it cannot go to the words. */
  onClose: (focused: string) => void;
  /** Shows what was done, with a button that undoes it. */
  onDone: (words: string) => void;
  act: (operation: Operation, words: string) => void;
  nextSequence: () => number;
  /** Words for the bar, to continue typing. */
  onTakeBack: (text: string) => void;
};

/** The same functions for as long as the page is open, which do what the latest ones do. */
export function useRecordActions(latest: RecordActions): RecordActions {
  const now = useRef(latest);
  useLayoutEffect(() => {
    now.current = latest;
  });
  return useMemo(
    () => ({
      onEdit: (contributionId) => now.current.onEdit(contributionId),
      onClose: (focused) => now.current.onClose(focused),
      onDone: (words) => now.current.onDone(words),
      act: (operation, words) => now.current.act(operation, words),
      nextSequence: () => now.current.nextSequence(),
      onTakeBack: (text) => now.current.onTakeBack(text),
    }),
    [],
  );
}
