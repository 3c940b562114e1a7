import type { z } from "zod";
import { Refusal } from "@/lib/platform/errors";
import type { FormState, FormSuccess, FormValues } from "@/lib/platform/result";
import type { Viewer } from "./policy";
import { requireViewer } from "./viewer";

/**
 * Makes a server action of a command: finds the viewer, parses the form, runs the command, and turns
 * expected failures into what the form shows. `after` says what happens next, usually a redirect.
 */
export function formAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>) => Promise<Result>,
  after: (result: Result, input: z.output<Schema>) => FormSuccess | Promise<FormSuccess> = () => ({
    ok: true,
  }),
): (state: FormState, data: FormData) => Promise<FormState> {
  return async (_state, data) => {
    const parsed = await schema.safeParseAsync(fieldsOf(data));
    const values = () => typedValues(data);
    if (!parsed.success) return { ok: false, fieldErrors: fieldErrors(parsed.error), values: values() };
    let result: Result;
    try {
      result = await command(await requireViewer(), parsed.data);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const aboutFields = Object.keys(error.fieldErrors).length > 0;
      return {
        ok: false,
        ...(aboutFields ? {} : { message: error.message }),
        fieldErrors: error.fieldErrors,
        values: values(),
      };
    }
    return after(result, parsed.data);
  };
}

/** Field name to value, or to the list of values where the form sent several of one name. */
function fieldsOf(data: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const all = data.getAll(name);
      return [name, all.length === 1 && all[0] !== undefined ? all[0] : all];
    }),
  );
}

function typedValues(data: FormData): FormValues {
  const typed: FormValues = {};
  for (const [name, value] of Object.entries(fieldsOf(data))) {
    if (typeof value === "string") typed[name] = value;
    else if (Array.isArray(value))
      typed[name] = value.filter((one): one is string => typeof one === "string");
  }
  return typed;
}

/** The first thing wrong with each field, under the field's name. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return errors;
}
