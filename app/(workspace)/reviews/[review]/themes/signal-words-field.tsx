import { Textarea } from "@/components/ui/form/textarea";
import { MAX_SIGNAL_WORDS } from "@/lib/tag/codebook/signal-words";

type Props = { name: string; defaultValue?: string | undefined; hint?: string };

/** The words by which suggestions find a theme before anybody has set it. */
export function SignalWordsField({ name, defaultValue, hint = "" }: Props) {
  const words = `Words and short phrases that people use when they talk about this theme, such as “mentor” or “one to one”. Put each on a new line, or put commas between them. We use them to suggest the theme. Up to ${MAX_SIGNAL_WORDS} words or phrases.`;
  return (
    <Textarea
      name={name}
      label="Signal words"
      hint={hint === "" ? words : `${words} ${hint}`}
      optional
      rows={4}
      defaultValue={defaultValue}
    />
  );
}
