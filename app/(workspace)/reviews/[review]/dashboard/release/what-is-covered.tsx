import { SummaryList } from "@/components/ui/summary-list";
import type { ScopeChoice } from "@/lib/aggregate/figures/queries/theme-figures";
import type { ToRelease } from "@/lib/aggregate/publication/queries/release-input";
import {
  LEAST_CHANGED_PEOPLE,
  LEAST_NEW_PEOPLE,
  type ReleaseChoices,
} from "@/lib/aggregate/publication/release-choices";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  toRelease: ToRelease;
  choices: ReleaseChoices;
  /** All roundtables that have begun. */
  begun: readonly ScopeChoice[];
};

/** Which roundtables a release takes in, which wait and why, and how many people are new or changed. */
export function WhatIsCovered({ toRelease, choices, begun }: Props) {
  const { covered, waiting, newPeople, changed, input } = toRelease;
  const closed = new Set([...covered, ...waiting].map(({ id }) => id));
  const open = begun.filter(({ id }) => !closed.has(id));
  const why = (id: string) =>
    choices.waiting.includes(id)
      ? "You chose to let it wait."
      : `Only ${countOf(newPeople, "new person", "new people")} came. A release takes in new roundtables when at least ${LEAST_NEW_PEOPLE} new people came, so that nobody can be told apart.`;
  const items = [
    ...waiting.map(({ id, title }) => ({ id, title, why: why(id) })),
    ...open.map(({ id, title }) => ({ id, title, why: "It is not closed yet." })),
  ];
  return (
    <div className="mt-5">
      <SummaryList
        rows={[
          { key: "Roundtables", value: <Titles of={covered} /> },
          ...(items.length > 0 ? [{ key: "Roundtables that wait", value: <Titles of={items} /> }] : []),
          { key: "New people", value: newPeople.toLocaleString("en-GB") },
          ...(changed > 0 ? [{ key: "Changed since the last release", value: changedWords(toRelease) }] : []),
          { key: "Findings", value: input.findings.length.toLocaleString("en-GB") },
        ]}
      />
    </div>
  );
}

function changedWords({ changed, input }: ToRelease): string {
  const people = `The figures of at least ${countOf(changed, "person", "people")} are different`;
  if (input.carried === null) return `${people}.`;
  return `${people}. That is fewer than ${LEAST_CHANGED_PEOPLE}, so the figures stay as they were until new people are taken in. Findings are new.`;
}

function Titles({ of }: { of: readonly { id: string; title: string; why?: string }[] }) {
  return (
    <ul>
      {of.map(({ id, title, why }) => (
        <li key={id}>
          {title}
          {why !== undefined && <span className="block text-meta text-soft">{why}</span>}
        </li>
      ))}
    </ul>
  );
}
