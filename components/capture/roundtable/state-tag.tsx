import { Tag, type TagTone } from "@/components/ui/tag";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import { STATE_WORDS } from "@/lib/capture/roundtable/roundtable-words";

const TONE: Record<RoundtableState, TagTone> = {
  planned: "plain",
  in_session: "success",
  read_back: "accent",
  closed: "plain",
};

export function StateTag({ state }: { state: RoundtableState }) {
  return <Tag tone={TONE[state]}>{STATE_WORDS[state]}</Tag>;
}
