import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { COMPARED, type ReadFilter } from "@/lib/aggregate/live/filter-address";
import type { FilterTitles } from "@/lib/aggregate/live/filter-words";
import type { FilterList } from "@/lib/aggregate/live/live-filter";
import { FilterFields } from "./filter-fields";

type Props = {
  /** The page, which the fields are sent to. */
  here: string;
  first: ReadFilter;
  second: ReadFilter | null;
  values: Record<FilterList, readonly string[]>;
  titles: FilterTitles;
  /** Whether a second group can be shown beside the first. */
  compares?: boolean;
  /** Sent along: what else the page shows. */
  children?: React.ReactNode;
};

const SUMMARY =
  "min-h-9 cursor-pointer py-1 text-accent underline underline-offset-3 pointer-coarse:min-h-11";

/** Chooses what live figures count. It is a GET form: the choice is in the address, and it works without scripts. */
export function LiveFilterForm({ here, first, second, values, titles, compares = true, children }: Props) {
  const wrong = first.problem !== null || (second?.problem ?? null) !== null;
  return (
    <form
      action={here}
      role="search"
      aria-label="What is counted"
      className="border-y border-line py-3 print:hidden"
    >
      {children}
      <details open={wrong}>
        <summary className={SUMMARY}>Choose what is counted</summary>
        <div className="mt-4 mb-5">
          <FilterFields read={first} values={values} titles={titles} />
        </div>
      </details>
      {compares && (
        <details open={wrong}>
          <summary className={SUMMARY}>Compare with another group</summary>
          <div className="mt-4 mb-5">
            <label className="mb-5 flex min-h-9 items-center gap-3 font-semibold">
              <input
                type="checkbox"
                name="compare"
                value="yes"
                defaultChecked={second !== null}
                className="size-6"
              />
              Show a second group beside the first
            </label>
            {second ? (
              <FilterFields prefix={COMPARED} read={second} values={values} titles={titles} />
            ) : (
              <p className="text-meta text-soft">
                Choose Show, and then who is in it. It begins as everybody.
              </p>
            )}
          </div>
        </details>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" size="small">
          Show
        </Button>
        <Link href={here}>Count everything</Link>
      </div>
    </form>
  );
}
