import { TextInput } from "@/components/ui/form/text-input";
import { Textarea } from "@/components/ui/form/textarea";
import type { Theme } from "@/lib/tag/codebook/theme";
import { SignalWordsField } from "./signal-words-field";

type Props = { theme?: Pick<Theme, "title" | "definition" | "includes" | "excludes" | "signalWords"> };

/** The fields of a theme, new or existing. */
export function ThemeFields({ theme }: Props) {
  return (
    <>
      <TextInput name="title" label="Title" hint="Up to 60 characters." defaultValue={theme?.title} />
      <Textarea
        name="definition"
        label="Definition"
        hint="Use one sentence that two people would understand in the same way."
        limit={400}
        rows={3}
        defaultValue={theme?.definition}
      />
      <Textarea
        name="includes"
        label="What belongs here"
        optional
        limit={600}
        rows={4}
        defaultValue={theme?.includes}
      />
      <Textarea
        name="excludes"
        label="What does not belong here"
        hint="Say which theme it belongs to instead."
        optional
        limit={600}
        rows={4}
        defaultValue={theme?.excludes}
      />
      <SignalWordsField name="signalWords" defaultValue={theme?.signalWords} />
    </>
  );
}
