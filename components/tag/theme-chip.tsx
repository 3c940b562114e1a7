import type { Axis } from "@/lib/tag/theme";

type Props = { title: string; colour: string; axis?: Axis; retired?: boolean };

/** A theme's word with its square of colour; an area's is round, since the two axes are independent. */
export function ThemeChip({ title, colour, axis = "theme", retired }: Props) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full border border-line bg-card px-2.5 py-1 text-sm leading-tight">
      <span
        aria-hidden
        className={`size-2.5 shrink-0 forced-colors:border bg-hue-${colour} ${axis === "area" ? "rounded-full" : "rounded-xs"}`}
      />
      <span>
        {axis === "area" && <span className="sr-only">DfE area: </span>}
        {title}
        {retired && <span className="text-soft"> (retired)</span>}
      </span>
    </span>
  );
}
