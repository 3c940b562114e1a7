import { BarKey } from "@/components/aggregate/figures/bar-key";
import { SegmentTable } from "@/components/aggregate/figures/segment-table";
import { ThemeFiguresTable } from "@/components/aggregate/figures/theme-figures";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";
import { AXES, AXIS_ORDER, type Axis } from "@/lib/tag/codebook/theme";

type Props = {
  table: ThemeTable;
  hrefOf: (theme: ThemeFigures) => string;
  /** Whether the figures are of an earlier day. */
  past?: boolean;
  /** Where the numbers that the bars are drawn from are shown as well; null: here. */
  numbersHref: string | null;
};

/** The themes, and the areas as a second table: two axes of the same people. */
export function ThemeSections({ table, hrefOf, numbersHref, past = false }: Props) {
  const axes = AXIS_ORDER.filter((axis) => table.themes.some((theme) => theme.axis === axis));
  if (axes.length === 0)
    return past ? (
      <EmptyState title="There were no themes yet on that day">Choose a later day.</EmptyState>
    ) : (
      <EmptyState title="This review has no themes">The lead adds them under Themes.</EmptyState>
    );
  return (
    <div className="min-w-0">
      <BarKey />
      {axes.map((axis) => (
        <section key={axis} aria-labelledby={`${axis}s`} className="mt-7 first-of-type:mt-5">
          <h2 id={`${axis}s`}>{AXES[axis]}</h2>
          {axis === "area" && (
            <p className="mt-1 max-w-measure text-meta text-soft">
              DfE’s own areas: the same people and contributions, grouped differently.
            </p>
          )}
          <div className="mt-3">
            <ThemeFiguresTable caption={CAPTIONS[axis]} table={table} axis={axis} hrefOf={hrefOf} />
          </div>
          {numbersHref === null && (
            <div className="mt-5">
              <SegmentTable table={table} axis={axis} />
            </div>
          )}
        </section>
      ))}
      {numbersHref !== null && (
        <p className="mt-5 print:hidden">
          <Link href={numbersHref}>The numbers behind the bars</Link>
        </p>
      )}
    </div>
  );
}

const CAPTIONS: Record<Axis, string> = {
  theme: "Themes by how many people raised them",
  area: "DfE areas by how many people raised them",
};
