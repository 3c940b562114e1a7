import { CONTROL } from "@/components/ui/form/field";
import type { WordsToMask } from "@/lib/capture/contribution/mask";
import { MASK_KINDS } from "@/lib/capture/contribution/mask-kinds";

type Props = {
  id: string;
  error: string | undefined;
  rows: readonly WordsToMask[];
  onChange: (index: number, change: Partial<WordsToMask>) => void;
};

/** The words to mask, to type and to change, and what each is shown as. */
export function MaskFields({ id, error, rows, onChange }: Props) {
  return (
    <fieldset id={id} className={error ? "border-l-4 border-danger pl-4" : undefined}>
      <legend className="font-semibold">Words to mask</legend>
      <p className="max-w-measure text-meta text-soft">
        Mask names, schools, trusts, providers, places and anything else that could identify somebody. The
        words are masked wherever they appear.
      </p>
      {error && (
        <p className="mt-1 font-semibold text-danger">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className="mt-2 grid max-w-field gap-2">
        {rows.map((row, index) => (
          <div key={index} className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-2">
            <input
              name="words"
              value={row.words}
              onChange={(event) => onChange(index, { words: event.target.value })}
              aria-label={`Words to mask, ${index + 1}`}
              autoComplete="off"
              className={`${CONTROL} w-full`}
            />
            <select
              name="as"
              value={row.as}
              onChange={(event) => onChange(index, { as: event.target.value })}
              aria-label={`Shown as, ${index + 1}`}
              className={`${CONTROL} w-full`}
            >
              {MASK_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  [{kind}]
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
