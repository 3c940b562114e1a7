"use client";

import { useActionState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Slip, SlipState } from "@/lib/capture/permission/permission";
import { PermissionQr } from "./permission-qr";
import { PermissionSlip, type SlipTexts } from "./permission-slip";

type Props = {
  action: (state: SlipState, data: FormData) => Promise<SlipState>;
  submitLabel: string;
  children: ReactNode;
  /** What is printed on each slip; without it only the link is shown, on the screen. */
  texts?: SlipTexts;
};

/** Makes links, and shows them only this once: only a hash is stored. */
export function PermissionSlips({ action, submitLabel, children, texts }: Props) {
  const [state, dispatch, pending] = useActionState(action, null);
  return (
    <>
      <form action={dispatch} className="grid gap-6 print:hidden">
        {state && !state.ok && (
          <div role="alert">
            <Notice tone="warning" title="there is a problem">
              {state.problem}
            </Notice>
          </div>
        )}
        {children}
        <div>
          <Button type="submit" variant={texts ? "primary" : "quiet"} aria-disabled={pending || undefined}>
            {submitLabel}
          </Button>
        </div>
      </form>
      <div role="status" className="print:hidden">
        {state?.ok && <Made slips={state.slips} printed={texts !== undefined} />}
      </div>
      {state?.ok && (
        <div className="mt-6 grid gap-8 print:mt-0 print:block">
          {state.slips.map((slip) =>
            texts ? (
              <PermissionSlip key={slip.label} slip={slip} texts={texts} />
            ) : (
              <OneLink key={slip.label} slip={slip} />
            ),
          )}
        </div>
      )}
    </>
  );
}

function Made({ slips, printed }: { slips: readonly Slip[]; printed: boolean }) {
  if (slips.length === 0)
    return (
      <div className="mt-6">
        <Notice title="no slips">
          There is nobody to make a slip for. Either nobody who needs one is registered, or everybody already
          has a working link.
        </Notice>
      </div>
    );
  return (
    <div className="mt-6">
      <Notice tone="success">
        {printed
          ? `Slips made: ${slips.length}. Print this page now. The links are only shown once.`
          : "The link is made. Copy it now, or ask the person to scan the code. It is only shown once."}
      </Notice>
    </div>
  );
}

function OneLink({ slip: { label, link } }: { slip: Slip }) {
  if (!link) return null;
  return (
    <div className="flex flex-wrap items-center gap-5">
      <PermissionQr code={link.code} label={`Code that opens the choice of ${label}`} />
      <p className="min-w-0 max-w-measure flex-1 basis-60 break-all">{link.address}</p>
    </div>
  );
}
