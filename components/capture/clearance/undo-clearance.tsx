"use client";

import { Link } from "@/components/ui/link";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Quote } from "@/components/ui/quote";
import type { FormAction } from "@/components/ui/form/sending";

type Props = { action: FormAction; contribution: { id: string; cleared: string }; changeHref: string };

/** What others read of the contribution that was cleared last, with a way to undo it. */
export function UndoClearance({ action, contribution, changeHref }: Props) {
  const [, undo] = useActionState(action, null);
  return (
    <div className="mb-8">
      <Notice tone="success" title="cleared">
        <Quote
          source={
            <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Link href={changeHref}>Change this</Link>
              <form action={undo}>
                <input type="hidden" name="id" value={contribution.id} />
                <Button type="submit" variant="quiet" size="small" data-key="u" aria-keyshortcuts="u">
                  Undo
                </Button>
              </form>
            </span>
          }
        >
          {contribution.cleared}
        </Quote>
      </Notice>
    </div>
  );
}
