import { unstable_rethrow } from "next/navigation";
import type { FormRefusal, FormState, FormValues } from "@/lib/platform/result";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

const NOT_SENT =
  "This could not be sent. What you typed is still here. Check your connection, then send it again.";

/**
 * The text fields of a form, a name that occurs twice as a list, without files and the framework's own
 * fields.
 */
export function textValues(data: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    if (first !== undefined) values[name] = texts.length > 1 ? texts : first;
  }
  return values;
}

/**
 * Turns a lost connection into a refusal that keeps every word, where React would replace the page by its
 * error boundary. `fetch` reports it as a TypeError; redirects and faults of the server pass through.
 */
export function notSent(error: unknown, data: FormData): FormRefusal {
  unstable_rethrow(error);
  if (!(error instanceof TypeError)) throw error;
  return { ok: false, message: NOT_SENT, fieldErrors: {}, values: textValues(data) };
}

export function keepingWords<State extends { ok: boolean }>(
  action: (state: State | FormRefusal | null, data: FormData) => Promise<State | FormRefusal | null>,
): (state: State | FormRefusal | null, data: FormData) => Promise<State | FormRefusal | null> {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      return notSent(error, data);
    }
  };
}
