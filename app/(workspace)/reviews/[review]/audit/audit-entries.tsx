import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/navigation/pagination";
import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/platform/text/dates";
import { entryWords, type AuditEntry } from "@/lib/review/audit/audit-entry";
import { filterWords, withAuditFilter, type ReadAuditFilter } from "@/lib/review/audit/audit-filter";

type Named = {
  people: readonly { id: string; name: string }[];
  roundtables: readonly { id: string; title: string }[];
};
type Props = {
  here: string;
  asked: ReadAuditFilter & Named;
  page: { entries: readonly AuditEntry[]; next: string | null };
  before: string | null;
};

const COLUMNS = [
  { label: "When" },
  { label: "Who" },
  { label: "What" },
  { label: "About" },
  { label: "Number in the chain", numeric: true },
];

/** A page of the entries that match, newest first. */
export function AuditEntries({ here, asked, page: { entries, next }, before }: Props) {
  const { typed, filter, narrows } = asked;
  return (
    <section aria-labelledby="entries" className="mt-8">
      <h2 id="entries" className="mb-3">
        {filterWords(filter, asked)}
      </h2>
      {entries.length === 0 ? (
        <Nothing narrows={narrows} roundtable={filter.roundtableId !== null} />
      ) : (
        <Table
          caption="Entries, newest first"
          captionHidden
          columns={COLUMNS}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <span key="when" className="lg:whitespace-nowrap">
                {formatInstant(entry.at)}
              </span>,
              entry.actor,
              entryWords(entry),
              entry.subject,
              entry.position?.toString() ?? "not numbered yet",
            ],
          }))}
        />
      )}
      <Pagination
        label="Pages of the audit log"
        previous={
          before === null ? undefined : { href: withAuditFilter(here, typed), label: "Back to the newest" }
        }
        next={
          next === null ? undefined : { href: withAuditFilter(here, typed, next), label: "Earlier entries" }
        }
      />
    </section>
  );
}

function Nothing({ narrows, roundtable }: { narrows: boolean; roundtable: boolean }) {
  if (roundtable)
    return (
      <EmptyState title="No reading is recorded">Nobody has read it, as far as you have filtered.</EmptyState>
    );
  return narrows ? (
    <EmptyState title="No entry matches">Choose another person, kind, roundtable or day.</EmptyState>
  ) : (
    <EmptyState title="No activity yet">
      Everything that people do and read in this review will be listed here.
    </EmptyState>
  );
}
