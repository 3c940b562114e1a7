"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { announceSignedIn } from "@/components/live/signed-in";
import { Button } from "@/components/ui/button";
import { leave } from "./actions";

/** Loaded only at the press: no other page needs the code that stores contributions on this computer. */
const device = () => import("@/components/capture/session/outbox/device-store");

/**
 * Signs out. It first asks about contributions that wait to be sent; they stay on this computer, where only
 * their author can read them. Names and contributions that were already sent are removed.
 */
export function SignOut({ userId }: { userId: string }) {
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef(false);
  const [waiting, setWaiting] = useState(0);

  const go = async () => {
    // Where this browser has no storage, there is nothing to remove.
    await device()
      .then(({ leaveDevice }) => leaveDevice())
      .catch(() => {});
    announceSignedIn(null);
    asked.current = true;
    form.current?.requestSubmit();
  };
  const ask = async () => {
    const count = await device()
      .then(({ countWaiting }) => countWaiting(userId))
      .catch(() => 0);
    if (count === 0) return go();
    setWaiting(count);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (asked.current) return;
    event.preventDefault();
    void ask();
  };

  return (
    <>
      <form ref={form} action={leave} onSubmit={submit}>
        <Button type="submit" variant="quiet" size="small">
          Sign out
        </Button>
      </form>
      {waiting > 0 && <WaitingDialog waiting={waiting} stay={() => setWaiting(0)} leave={() => void go()} />}
    </>
  );
}

type DialogProps = { waiting: number; stay: () => void; leave: () => void };

const open = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal();
};

/** Made only when it is shown: it is on every page, and nearly nobody sees it. Closing it returns the focus to the button. */
function WaitingDialog({ waiting, stay, leave }: DialogProps) {
  const contributions = waiting === 1 ? "1 contribution waits" : `${waiting} contributions wait`;
  return (
    <dialog
      ref={open}
      onClose={stay}
      aria-labelledby="sign-out-title"
      className="m-auto max-w-measure rounded border-2 border-ink bg-card p-6 text-ink backdrop:bg-ink/50"
    >
      <h2 id="sign-out-title">{contributions} to be sent from this computer</h2>
      <p className="mt-2">
        They stay on this computer, encrypted, and will be sent when you next sign in here. Nobody else can
        read or send them. To be safe, wait until everything is saved, or download them on the capture page.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button autoFocus onClick={({ currentTarget }) => currentTarget.closest("dialog")?.close()}>
          Stay signed in
        </Button>
        <Button variant="quiet" onClick={leave}>
          Sign out anyway
        </Button>
      </div>
    </dialog>
  );
}
