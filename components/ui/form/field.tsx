import type { ReactNode } from "react";

export type FieldWords = { label: string; hint?: string; optional?: boolean };
type Frame = FieldWords & { id: string; error: string | undefined; children: ReactNode };

/** The ids of a control's hint and error, for its aria-describedby. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

/** What every control has in common. */
export const CONTROL = "control";

function Label({ label, optional }: FieldWords) {
  return (
    <>
      {label}
      {optional && <span className="font-normal text-soft"> (optional)</span>}
    </>
  );
}

function Explained({ id, hint, error }: Pick<Frame, "id" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 max-w-measure text-meta text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-semibold text-danger">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

const frame = (error: string | undefined) => (error ? "border-l-4 border-danger pl-4" : undefined);

/** One control with its label, hint and error. */
export function Field({ id, label, optional, hint, error, children }: Frame) {
  return (
    <div data-field className={frame(error)}>
      <label htmlFor={id} className="font-semibold">
        <Label label={label} optional={optional} />
      </label>
      <Explained id={id} hint={hint} error={error} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

/** Several controls for one question. */
export function FieldGroup({ id, label, optional, hint, error, children }: Frame) {
  return (
    <div data-field className={frame(error)}>
      <fieldset id={id} aria-describedby={describedBy(id, hint, error)}>
        <legend className="font-semibold">
          <Label label={label} optional={optional} />
        </legend>
        <Explained id={id} hint={hint} error={error} />
        <div className="mt-2">{children}</div>
      </fieldset>
    </div>
  );
}
