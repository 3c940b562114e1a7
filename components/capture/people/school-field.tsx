"use client";

import { Link } from "@/components/ui/link";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { CONTROL, describedBy, Field } from "@/components/ui/form/field";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownText } from "@/components/ui/form/form-values";
import type { School } from "@/lib/capture/people/school";
import { useSchoolSearch } from "./use-school-search";

type Props = {
  organisation?: string | null;
  schoolUrn?: number | null;
  /** A page for looking up a school without a script. */
  lookUpHref: string;
};

const HINT = "Type a few letters to find a school in the register, or enter any other organisation.";

/** Where somebody works. Choosing a school from the register fills in what is known of it. */
export function SchoolField({ organisation, schoolUrn, lookUpHref }: Props) {
  const form = useForm();
  const id = fieldId(form.id, "organisation");
  const error = errorOf(form.state, "organisation");
  const input = useRef<HTMLInputElement>(null);
  const first = shownText(form.state, "schoolUrn", schoolUrn ? `${schoolUrn}` : "");
  const [urn, setUrn] = useState(first);
  const [active, setActive] = useState(-1);
  const { schools, search, close } = useSchoolSearch();
  const open = schools.length > 0;

  useEffect(() => {
    // Resetting a form does not empty its hidden fields.
    const owner = input.current?.form;
    const empty = () => setUrn("");
    owner?.addEventListener("reset", empty);
    return () => owner?.removeEventListener("reset", empty);
  }, []);

  function choose(school: School) {
    const field = input.current;
    if (!field) return;
    field.value = school.name;
    setUrn(`${school.urn}`);
    fillIn(field.form, school);
    close();
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    const last = schools.length - 1;
    const chosen = schools[active];
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) choose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Field id={id} label="Organisation" hint={HINT} optional error={error}>
      <div className="relative max-w-field">
        <input type="hidden" name="schoolUrn" value={urn} />
        <input
          ref={input}
          id={id}
          name="organisation"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-schools`}
          aria-autocomplete="list"
          aria-activedescendant={schools[active] ? `${id}-school-${active}` : undefined}
          aria-describedby={describedBy(id, HINT, error)}
          aria-invalid={error ? true : undefined}
          autoComplete="off"
          defaultValue={shownText(form.state, "organisation", organisation ?? "")}
          onChange={(event) => {
            setUrn("");
            setActive(-1);
            search(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
          className={`${CONTROL} w-full`}
        />
        <ul
          id={`${id}-schools`}
          role="listbox"
          aria-label="Schools in the register"
          hidden={!open}
          className="absolute inset-x-0 z-10 mt-1 max-h-80 overflow-auto rounded border border-soft bg-card"
        >
          {schools.map((school, index) => (
            <li
              key={school.urn}
              id={`${id}-school-${index}`}
              role="option"
              aria-selected={index === active}
              // Before the field loses the focus, which closes the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(school);
              }}
              className={`min-h-11 cursor-pointer px-3 py-2 ${index === active ? "bg-accent-soft" : ""}`}
            >
              {school.name}
              <span className="block text-sm text-soft">{placeOf(school)}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="sr-only">
          {open ? `${schools.length} ${schools.length === 1 ? "school" : "schools"} found` : ""}
        </p>
      </div>
      <p className="mt-1 text-meta text-soft">
        {urn ? `School number ${urn}. ` : ""}
        <Link href={lookUpHref}>Look up a school on another page</Link>
      </p>
    </Field>
  );
}

function placeOf({ town, localAuthority, open, urn }: School): string {
  return [town, localAuthority, `number ${urn}`, open ? null : "closed"].filter(Boolean).join(", ");
}

/** Sets phase, setting and region to what the register says, and leaves those on which it says nothing. */
function fillIn(form: HTMLFormElement | null, { phase, setting, region }: School) {
  for (const [name, value] of Object.entries({ phase, setting, region })) {
    const field = form?.elements.namedItem(name);
    if (value && field instanceof HTMLSelectElement) field.value = value;
  }
}
