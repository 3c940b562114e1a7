"use client";

import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import { FilterFields, type ShownGroup, type ShownList } from "./filter-fields";

type Props = {
  /** The page, which the fields are sent to. */
  here: string;
  lists: readonly ShownList[];
  first: ShownGroup;
  /** The group beside the first; null where there is none. */
  second: ShownGroup | null;
  /** Whether a second group can be shown, and what its fields begin with; null where it cannot. */
  compared: string | null;
};

const SUMMARY =
  "min-h-9 cursor-pointer py-1 text-accent underline underline-offset-3 pointer-coarse:min-h-11";

/**
 * Chooses what live figures count. It is a GET form: the choice is in the address, and it works without scripts. A client
 * component, so that a page holds its lists once as markup and once as data alone.
 */
export function LiveFilterForm({ here, lists, first, second, compared }: Props) {
  const wrong = first.problem !== null || (second?.problem ?? null) !== null;
  return (
    <form
      action={here}
      role="search"
      aria-label="What is counted"
      className="border-y border-line py-3 print:hidden"
    >
      <details open={wrong}>
        <summary className={SUMMARY}>Choose what is counted</summary>
        <div className="mt-4 mb-5">
          <FilterFields lists={lists} group={first} />
        </div>
      </details>
      {compared !== null && (
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
              <FilterFields prefix={compared} lists={lists} group={second} />
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
