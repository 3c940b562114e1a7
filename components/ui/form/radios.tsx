import { Choices, type Choice } from "./choices";
import type { FieldWords } from "./field";

type Props = FieldWords & { name: string; options: readonly Choice[]; defaultValue?: string };

/** One of a few options. */
export function Radios({ defaultValue, ...rest }: Props) {
  return <Choices type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} {...rest} />;
}
