import { describedBy, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId } from "./form-values";

/** The properties of a field with one control: those of its frame, and those of the control. */
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
