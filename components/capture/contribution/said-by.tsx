import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import type { Source } from "@/lib/capture/roundtable/source";

type Props = {
  source: Source;
  speaker: { label: string; host: boolean; description: string } | null;
  /** Their name, if the viewer may see it and it is shown. */
  name?: string | undefined;
};

/** Who said a contribution: a label and a description, or the kind of source. */
export function SaidBy({ source, speaker, name }: Props) {
  if (!speaker) return <b>{SOURCE_WORDS[source]}</b>;
  const about = [name, speaker.host && "host or official", speaker.description].filter(Boolean).join(", ");
  return (
    <>
      <b>{speaker.label}</b>
      {about && <span className="text-soft">{` · ${about}`}</span>}
    </>
  );
}
