import type { RoundtableState } from "@/lib/capture/roundtable/states";
import type { Operation } from "./operation";

/**
 * What happens to typed contributions on an open capture page, given the roundtable's state now and before
 * its last change on this page (null where it did not change); null where there is nothing to say.
 */
export function sessionNotice(now: RoundtableState, before: RoundtableState | null): string | null {
  switch (now) {
    case "planned":
      return null;
    case "in_session":
      return before === "read_back"
        ? "The session is open again. What you type is logged in the record."
        : null;
    case "read_back":
      return "The session has ended. You can still log and correct contributions until the lead closes the roundtable.";
    case "closed":
      return "The roundtable is closed. What you log now is kept as a late contribution, and the lead decides whether to add it. What you correct is kept too, and the lead decides whether it becomes an amendment.";
  }
}

/**
 * Whether it is kept for the lead to decide on when it arrives after the closing. Other operations control a
 * session that is over.
 */
const KEPT_LATE: Record<Operation["do"], boolean> = {
  record: true,
  edit: true,
  strike: true,
  restore: true,
  split: true,
  merge: true,
  unmerge: true,
  "open-question": false,
  "start-go-round": false,
  "end-go-round": false,
  pass: false,
};

export function isTakenIn(state: RoundtableState, { do: what }: Pick<Operation, "do">): boolean {
  return state !== "closed" || KEPT_LATE[what];
}
