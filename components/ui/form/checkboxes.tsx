import { Choices, type Choice } from "./choices";
import type { FieldWords } from "./field";

type Props = FieldWords & { name: string; options: readonly Choice[]; defaultValue?: readonly string[] };

/** Any number of a few options; the ticked ones are sent under one name. */
export function Checkboxes({ defaultValue, ...rest }: Props) {
  return <Choices type="checkbox" chosen={defaultValue} {...rest} />;
}
