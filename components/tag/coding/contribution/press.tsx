"use client";

import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { focusContributionOf } from "../focus-contribution";

type PressProps = {
  change: TaggingChange;
  ask: (change: TaggingChange) => void;
  /** Where its text does not say enough. */
  label?: string;
  pressed?: boolean;
  /** Pressing it again does something too: its change then says the opposite. */
  toggles?: boolean;
  /** The id of the form that it sends, where it does not stand in it. */
  form?: string;
  /** false where the label would only say again, under the pointer, what stands beside it. */
  titled?: boolean;
  children: string;
};

/** A change by a button. Without JavaScript the button sends its change to the server as a query string. */
export function Press({
  change,
  ask,
  label,
  pressed,
  toggles = false,
  form,
  titled = true,
  children,
}: PressProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    if (pressed && !toggles) return;
    if (pressed === undefined) focusContributionOf(event.currentTarget);
    ask(change);
  }
  return (
    <Button
      type="submit"
      form={form}
      size="small"
      variant={pressed ? "primary" : "quiet"}
      name="pressed"
      value={new URLSearchParams(
        Object.entries(change).map(([name, value]) => [name, String(value)]),
      ).toString()}
      onClick={press}
      aria-label={label}
      aria-pressed={pressed}
      title={titled ? label : undefined}
    >
      {children}
    </Button>
  );
}
