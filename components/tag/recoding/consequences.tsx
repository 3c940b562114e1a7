import type { ReactNode } from "react";

type Props = { moves: readonly ReactNode[]; stays: readonly ReactNode[]; movesTitle?: string };

/** What a change of the codebook affects, and what it leaves alone. */
export function Consequences({ moves, stays, movesTitle = "What will change" }: Props) {
  return (
    <div className="grid max-w-measure gap-5">
      <List title={movesTitle} items={moves} />
      <List title="What will not change" items={stays} />
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly ReactNode[] }) {
  return (
    <div>
      <h2 className="text-subheading">{title}</h2>
      <ul className="mt-1 list-disc pl-5">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
