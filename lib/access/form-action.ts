import type { z } from "zod";
import { DATE_PART_PARAM } from "@/lib/platform/text/date-field";
import type { Refusal } from "@/lib/platform/errors";
import { asRefusal } from "./fault";
import { SENT_AS, type FormState, type FormSuccess, type FormValues } from "@/lib/platform/result";
import type { Viewer } from "./policy";
import { requireSender } from "./sender";
import { requireViewer } from "./viewer";

type Action = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * Turns a command into a server action: finds the viewer, parses the form, runs the command, and turns
 * failures into the state that the form shows, with what was typed; a fault is logged first. `after` says what happens next, usually a redirect.
 * Where validity depends on stored data, `schema` is a function that reads it, so that all errors are shown
 * at once.
 */
export function formAction<Schema extends z.ZodType, Result>(
  schema: Schema | ((viewer: Viewer) => Promise<Schema>),
  command: (viewer: Viewer, input: z.output<Schema>) => Promise<Result>,
  after: (result: Result, input: z.output<Schema>) => FormSuccess | Promise<FormSuccess> = () => ({
    ok: true,
  }),
): Action {
  return answering(async (data) => {
    const viewer = await requireViewer();
    requireSender(viewer, data);
    const input = typeof schema === "function" ? await schema(viewer) : schema;
    return { input, work: (fields: z.output<Schema>) => command(viewer, fields) };
  }, after);
}

/** The same for the few forms that need no sign-in. */
export function publicAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<Result>,
  after: (result: Result, input: z.output<Schema>) => FormSuccess | Promise<FormSuccess>,
): Action {
  return answering(() => Promise.resolve({ input: schema, work }), after);
}

type Prepared<Schema extends z.ZodType, Result> = {
  input: Schema;
  work: (fields: z.output<Schema>) => Promise<Result>;
};

function answering<Schema extends z.ZodType, Result>(
  prepare: (data: FormData) => Promise<Prepared<Schema, Result>>,
  after: (result: Result, input: z.output<Schema>) => FormSuccess | Promise<FormSuccess>,
): Action {
  return async (_state, data) => {
    let fields: z.output<Schema>;
    let result: Result;
    try {
      const { input, work } = await prepare(data);
      const parsed = await input.safeParseAsync(fieldsOf(data));
      if (!parsed.success)
        return { ok: false, fieldErrors: fieldErrors(parsed.error), values: typedValues(data) };
      fields = parsed.data;
      result = await work(fields);
    } catch (error) {
      return refused(await asRefusal("action.failed", error), data);
    }
    return after(result, fields);
  };
}

function refused({ message, fieldErrors }: Refusal, data: FormData): FormState {
  const aboutFields = Object.keys(fieldErrors).length > 0;
  return { ok: false, ...(aboutFields ? {} : { message }), fieldErrors, values: typedValues(data) };
}

/** Field name to value, or to a list of values where the form sent the field more than once. */
function fieldsOf(data: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith("$") && name !== SENT_AS);
  return Object.fromEntries(
    names.map((name) => {
      const all = data.getAll(name);
      return [name, all.length === 1 && all[0] !== undefined ? all[0] : all];
    }),
  );
}

function typedValues(data: FormData): FormValues {
  const typed = Object.entries(fieldsOf(data)).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === "string") return [[name, value]];
    return Array.isArray(value) ? [[name, value.filter((one) => typeof one === "string")]] : [];
  });
  // Own properties, whatever a field is called.
  return Object.fromEntries(typed);
}

/** The first error of each field, under the field's name. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[fieldOf(issue)] ??= issue.message;
  return errors;
}

/** A date has three fields; where the issue says which of them is wrong, the error belongs to that one. */
function fieldOf(issue: z.core.$ZodIssue): string {
  const field = String(issue.path[0] ?? "form");
  const part: unknown = issue.code === "custom" ? issue.params?.[DATE_PART_PARAM] : null;
  return typeof part === "string" ? `${field}-${part}` : field;
}
