"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Narrowing } from "@/lib/capture/registration/grid/grid-state";
import { PermissionConsequences } from "@/components/capture/permission/permission-consequences";

type Props = {
  narrowing: Narrowing;
  /** Whether somebody is typing in a cell by now, which then keeps the focus. */
  typing: boolean;
};

/** What narrower permissions change, before the rows are saved with them. */
export function PeopleNarrowing({ narrowing, typing }: Props) {
  const region = useRef<HTMLDivElement>(null);
  const onAsked = useEffectEvent(() => {
    if (!typing) region.current?.focus();
  });
  useEffect(() => onAsked(), [narrowing]);
  const { labels, keys, consequences } = narrowing;
  return (
    <div
      ref={region}
      tabIndex={-1}
      role="group"
      aria-labelledby="narrower"
      autoFocus
      className="mb-8 grid gap-4 border-4 border-warning bg-card p-4 sm:p-5"
    >
      <h2 id="narrower">{`Check the narrower permission of ${labels.join(", ")}`}</h2>
      <PermissionConsequences consequences={consequences} />
      <Notice tone="warning" title="we cannot withdraw what has been published">
        Copies that people have read, printed or downloaded stay with them.
      </Notice>
      {keys.map((key) => (
        <input key={key} type="hidden" name="confirmed" value={key} />
      ))}
      <p>Nothing is saved yet. To keep a permission as it was, change it back below.</p>
      <div>
        <Button type="submit">Save with the narrower permission</Button>
      </div>
    </div>
  );
}
