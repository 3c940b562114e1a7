"use client";

import { useEffect, useRef } from "react";
import { Form } from "@/components/ui/form/form";
import { Link } from "@/components/ui/link";
import type { FormAction } from "@/components/ui/form/sending";
import type { KeepCitationInput } from "@/lib/aggregate/take-away/cited";

type Props = {
  action: FormAction;
  cited: KeepCitationInput;
  /** The reader's list. */
  listHref: string;
};

/** Keeps the figure in the reader's own list of what they cite. A client component: a page may have many. */
export function KeepCitation({ action, cited, listHref }: Props) {
  return (
    <Form
      action={action}
      submitLabel="Keep in what I cite"
      submitVariant="quiet"
      className="mt-2"
      afterwards={<ToList href={listHref} />}
    >
      <input type="hidden" name="reviewId" value={cited.reviewId} />
      <input type="hidden" name="release" value={cited.release} />
      <input type="hidden" name="themeId" value={cited.themeId} />
      {cited.roundtableId !== null && <input type="hidden" name="roundtableId" value={cited.roundtableId} />}
      {cited.findingId !== null && <input type="hidden" name="findingId" value={cited.findingId} />}
    </Form>
  );
}

/** It takes the place of the button, and so its focus. */
function ToList({ href }: { href: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.querySelector("a")?.focus();
  }, []);
  return (
    <span ref={box}>
      <Link href={href}>See what I cite</Link>
    </span>
  );
}
