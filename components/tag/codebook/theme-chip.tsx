import { ColourChip } from "@/components/ui/colour-chip";
import type { Axis } from "@/lib/tag/codebook/theme";

type Props = { title: string; colour: string; axis?: Axis; retired?: boolean };

/** A theme's word with its square of colour; an area's is round, because the two axes are independent. */
export function ThemeChip({ title, colour, axis = "theme", retired }: Props) {
  if (axis === "theme" && !retired) return <ColourChip colour={colour}>{title}</ColourChip>;
  return (
    <ColourChip colour={colour} round={axis === "area"}>
      {axis === "area" && <span className="sr-only">DfE area: </span>}
      {title}
      {retired && <span className="text-soft"> (retired)</span>}
    </ColourChip>
  );
}
