"use client";

import { useId } from "react";
import { FINEST } from "@/lib/synthesise/board/fineness";

/** How fine the groups are. With scripts the page follows when the slider is let go. */
export function FinenessSlider({ fineness }: { fineness: number }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        How fine should the groups be?
      </label>
      <div className="mt-1 flex items-center gap-3 text-meta text-soft">
        <span>Few, large</span>
        <input
          key={fineness}
          id={id}
          type="range"
          name="fine"
          min={1}
          max={FINEST}
          step={1}
          defaultValue={fineness}
          onPointerUp={(event) => event.currentTarget.form?.requestSubmit()}
          className="h-11 w-40 accent-accent"
        />
        <span>Many, small</span>
      </div>
    </div>
  );
}
