import type { Consequence } from "@/lib/capture/people/consequence";

/** What a narrower permission changes: first what it removes, then what is already published and stays so. */
export function PermissionConsequences({ consequences }: { consequences: readonly Consequence[] }) {
  const taken = consequences.filter(({ undone }) => undone);
  const out = consequences.filter(({ undone }) => !undone);
  if (consequences.length === 0)
    return <p className="max-w-measure">Nothing so far depends on the wider permission.</p>;
  return (
    <div className="grid max-w-measure gap-4">
      {taken.length > 0 && <CountedList title="What this changes" list={taken} />}
      {out.length > 0 && <CountedList title="What is already published and will stay" list={out} />}
    </div>
  );
}

function CountedList({ title, list }: { title: string; list: readonly Consequence[] }) {
  return (
    <div>
      <h2 className="text-subheading">{title}</h2>
      <ul className="mt-1 list-disc pl-5">
        {list.map(({ what, count }) => (
          <li key={what}>
            {what.charAt(0).toUpperCase() + what.slice(1)}: {count.toLocaleString("en-GB")}
          </li>
        ))}
      </ul>
    </div>
  );
}
