import { RefreshUntilDone } from "@/components/live/refresh-until-done";
import { Form } from "@/components/ui/form/form";
import type { OneImport } from "@/lib/capture/import/queries/imports";
import type { RoundtableSlugs } from "../../read-roundtable";
import { stop } from "../actions";

/** The progress of an import, which continues whether or not anybody watches. */
export function ImportProgress({ found, slugs }: { found: OneImport; slugs: RoundtableSlugs }) {
  // Rows that are left out have their places too.
  const staged = Math.min(found.staged, found.rows);
  const [done, all] = [staged, found.rows].map((count) => count.toLocaleString("en-GB"));
  return (
    <>
      <RefreshUntilDone />
      <label htmlFor="progress" className="font-semibold">
        {done} of {all} rows
      </label>
      <progress
        id="progress"
        value={staged}
        max={found.rows}
        className="mt-2 block h-3 w-full max-w-field appearance-none rounded border-0 bg-track accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:rounded [&::-webkit-progress-bar]:bg-track [&::-webkit-progress-value]:rounded [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-4 max-w-measure">
        You can leave this page while the import runs. Contributions are added to the record together at the
        end. Everybody can keep typing.
      </p>
      <Form
        action={stop.bind(null, slugs)}
        submitLabel="Stop this import"
        submitVariant="quiet"
        className="mt-2"
      >
        <input type="hidden" name="importId" value={found.id} />
      </Form>
    </>
  );
}
