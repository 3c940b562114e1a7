import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/form/field";

type Choice = { value: string; label: string };
type Props = { action: string; choices: readonly Choice[]; from: string; to: string };

/** Which two versions to compare; the choice goes into the address. */
export function CompareForm({ action, choices, from, to }: Props) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-4 print:hidden">
      <Which name="from" label="Compare" choices={choices} chosen={from} />
      <Which name="to" label="with" choices={choices} chosen={to} />
      <Button variant="quiet" type="submit">
        Compare
      </Button>
    </form>
  );
}

function Which({
  name,
  label,
  choices,
  chosen,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
  chosen: string;
}) {
  return (
    <label className="grid w-full max-w-88 gap-1 text-meta sm:w-auto">
      {label}
      <select name={name} defaultValue={chosen} className={`${CONTROL} w-full`}>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
