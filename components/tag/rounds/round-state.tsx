import { Tag, type TagTone } from "@/components/ui/tag";
import { ROUND_STATE_WORDS, type RoundState } from "@/lib/tag/rounds/coding-round";

const TONE: Record<RoundState, TagTone> = {
  open: "accent",
  adjudicating: "warning",
  settled: "success",
  abandoned: "plain",
};

/** The state of a round, in words. */
export function RoundStateTag({ state }: { state: RoundState }) {
  return <Tag tone={TONE[state]}>{ROUND_STATE_WORDS[state]}</Tag>;
}
