import { describedBy, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId } from "./form-values";

/** What a field of a form with one control hands to its frame, and what to the control itself. */
export function useField(name: string, { label, hint, optional }: FieldWords) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  return {
    form,
    frame: { id, label, hint, optional, error },
    control: {
      id,
      name,
      "aria-describedby": describedBy(id, hint, error),
      "aria-invalid": error ? true : undefined,
    },
  };
}
