import { z } from "zod";
import { asTyped, wordsProblem, type PlainText } from "./words";

/**
 * Words as a person typed them: line ends become LF, the ends are trimmed, nothing else is normalised. `what`
 * names the field at the start of a message ("What was said"), `max` is in code points.
 */
export function plainText({ what, max }: PlainText) {
  return optionalText({ what, max }).refine((text) => text !== "", { error: `${what}: enter some words` });
}

/** The same, but optional; an absent field is an empty text. */
export function optionalText({ what, max }: PlainText) {
  return z
    .string({ error: `${what}: enter some words` })
    .default("")
    .transform(asTyped)
    .superRefine((text, context) => {
      const message = wordsProblem(text, { what, max });
      if (message !== null) context.addIssue({ code: "custom", message });
    });
}
