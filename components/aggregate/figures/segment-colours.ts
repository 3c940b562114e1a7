import type { Segment } from "@/lib/aggregate/figures/figures";

/** Written out in full, so that Tailwind finds the class names. */
export const SEGMENT_COLOURS: Record<Segment, { fill: string; background: string }> = {
  strength: { fill: "fill-strength", background: "bg-strength" },
  improvement: { fill: "fill-improvement", background: "bg-improvement" },
  ask: { fill: "fill-ask", background: "bg-ask" },
  observation: { fill: "fill-observation", background: "bg-observation" },
  mixed: { fill: "fill-mixed", background: "bg-mixed" },
};
