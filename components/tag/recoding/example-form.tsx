"use client";

import { useState } from "react";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import type { FormAction } from "@/components/ui/form/sending";

type Props = {
  action: FormAction;
  themeId: string;
  contributionId: string;
  /** Whether it is open when the page comes, and the page with it open or closed, without JavaScript. */
  opened: boolean;
  href: string;
};

const BELONGS = [
  { value: "yes", label: "What belongs here" },
  { value: "no", label: "What does not" },
];

/** Makes a whole contribution an example of a theme; the form is made when it is opened. */
export function ExampleForm({ action, themeId, contributionId, opened, href }: Props) {
  const [open, setOpen] = useState(opened);
  return (
    <div>
      <a
        href={href}
        aria-expanded={open}
        className="example"
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
      >
        Use as an example
      </a>
      {open && (
        <Form action={action} submitLabel="Add example" submitVariant="quiet" className="mt-2">
          <input type="hidden" name="themeId" value={themeId} />
          <input type="hidden" name="contributionId" value={contributionId} />
          <Radios name="belongs" label="What does it show?" options={BELONGS} />
        </Form>
      )}
    </div>
  );
}
