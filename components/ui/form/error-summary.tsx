"use client";

import { useEffect, useEffectEvent, useRef, type MouseEvent } from "react";
import type { FormRefusal } from "@/lib/platform/result";
import { errorLinks } from "./form-values";

type Props = {
  refusal: FormRefusal;
  formId: string;
  /** The name of a field without a visible label: "Row 2, Role". */
  placeOf?: (name: string) => string | undefined;
  /**
   * Whether somebody is typing in the form by now: the alert is read out, and the focus stays where it is.
   */
  typing?: boolean;
};

const CONTROL = "input:not([type=hidden]), select, textarea, button";

/** Scrolls the label and the field into view, and focuses the field. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (target === null) return;
  const control = target.matches(CONTROL) ? target : target.querySelector<HTMLElement>(CONTROL);
  if (control === null) return;
  event.preventDefault();
  (target.closest("[data-field]") ?? target).scrollIntoView();
  control.focus({ preventScroll: true });
}

/** The errors, at the top. It takes the focus at every refusal; `autoFocus` does so without JavaScript. */
export function ErrorSummary({ refusal, formId, placeOf, typing = false }: Props) {
  const region = useRef<HTMLDivElement>(null);
  const onRefusal = useEffectEvent(() => {
    if (!typing) region.current?.focus();
  });
  useEffect(() => onRefusal(), [refusal]);
  const links = errorLinks(refusal, formId, placeOf);

  return (
    <div ref={region} tabIndex={-1} autoFocus className="mb-8 border-4 border-danger bg-card p-4 sm:p-5">
      <div role="alert">
        <h2>There is a problem</h2>
        {refusal.message && <p className="mt-2 max-w-measure">{refusal.message}</p>}
        {links.length > 0 && (
          <ul className="mt-2 grid gap-1">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href} onClick={goToField} className="inline-block py-0.5 font-semibold text-danger">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
