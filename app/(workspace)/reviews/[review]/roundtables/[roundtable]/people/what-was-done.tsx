import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/platform/text/count-words";

type Query = Record<string, string | string[] | undefined>;

const DONE: Record<string, { title: string; means: string }> = {
  erased: {
    title: "erased",
    means:
      "Their words, name and description are removed, except what you chose to leave. They still count as present.",
  },
  left: {
    title: "recorded that they left",
    means: "Nobody can log contributions as theirs any more, and nothing they said is published.",
  },
  together: {
    title: "the tables are ended",
    means: "Everybody is back in one room. Contributions logged at a table still say which table.",
  },
  back: {
    title: "recorded that they take part again",
    means: "What they permitted before applies again, and you can log contributions as theirs.",
  },
};

type Props = { query: Query; review: string; participants: readonly { label: string }[] };

/** The result after somebody or a list was added, or somebody was erased, left or came back, or tables were ended. */
export function WhatWasDone({ query, review, participants }: Props) {
  const done = typeof query.done === "string" ? DONE[query.done] : undefined;
  if (done)
    return (
      <div className="mb-6">
        <Notice tone="success" title={done.title}>
          {done.means}
        </Notice>
      </div>
    );
  const registered = participants.find(({ label }) => label === query.registered);
  if (registered)
    return (
      <div className="mb-6">
        <Notice tone="success" title={`${registered.label} is registered`}>
          You can change what is recorded of them in the table.
        </Notice>
      </div>
    );
  if (typeof query.added !== "string") return null;
  const already = Number(query.there) || 0;
  const refused = Number(query.refused) || 0;
  return (
    <div className="mb-6">
      <Notice tone="success" title={`${countOf(Number(query.added) || 0, "participant")} added`}>
        {already > 0 && `${countOf(already, "person was", "people were")} registered already. `}
        {refused > 0 && `${countOf(refused, "row was", "rows were")} not added. `}
        <Link href={`/reviews/${review}/people`}>Check if anybody came to another roundtable too</Link>, so
        that they count as one person.
      </Notice>
    </div>
  );
}
