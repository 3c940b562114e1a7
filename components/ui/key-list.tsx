import { Kbd } from "./kbd";

export type KeyHint = { keys: readonly string[]; says: string };

/** Which key does what, one line for each. */
export function KeyList({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <dl className="mt-3 grid gap-2">
      {hints.map(({ keys, says }) => (
        <div key={says} className="flex items-baseline gap-3">
          <dt className="flex min-w-28 shrink-0 gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
