import Form from "next/form";
import { Link } from "@/components/ui/link";
import { Button } from "@/components/ui/button";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";

type Props = {
  here: string;
  roundtables: readonly RoundtableTitle[];
  stance: Stance | undefined;
  roundtable: string | undefined;
};

const CONTROL =
  "min-h-8 max-w-64 rounded border border-soft bg-card px-2 py-1 text-meta pointer-coarse:min-h-11";

/** Narrows the passages by stance and roundtable, in one row. */
export function PassageFilters({ here, roundtables, stance, roundtable }: Props) {
  return (
    <Form
      action={here}
      role="search"
      aria-label="Passages"
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <select
        key={`stance ${stance}`}
        name="stance"
        aria-label="Stance"
        defaultValue={stance ?? ""}
        className={CONTROL}
      >
        <option value="">Any stance</option>
        {STANCE_ORDER.map((one) => (
          <option key={one} value={one}>
            {STANCES[one].word}
          </option>
        ))}
      </select>
      <select
        key={`roundtable ${roundtable}`}
        name="roundtable"
        aria-label="Roundtable"
        defaultValue={roundtable ?? ""}
        className={CONTROL}
      >
        <option value="">All roundtables</option>
        {roundtables.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
      <Button type="submit" variant="quiet" size="small">
        Show
      </Button>
      {(stance || roundtable) && (
        <Link href={here} className="text-sm">
          Show all
        </Link>
      )}
    </Form>
  );
}
