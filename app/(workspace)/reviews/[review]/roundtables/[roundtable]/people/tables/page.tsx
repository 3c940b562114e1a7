import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { TablesFields } from "@/components/capture/roundtable/tables-fields";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { listMembers } from "@/lib/review/member/queries/members";
import { forPage } from "@/lib/access/page";
import { getSessionState } from "@/lib/capture/session/queries/session-state";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "../../read-roundtable";
import { arrange, end } from "./actions";

export const metadata: Metadata = { title: "Break-out tables" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/people/tables">;

export default async function Tables({ params }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const [session, members] = await Promise.all([
    forPage(getSessionState(viewer, roundtable.id)),
    forPage(listMembers(viewer, review.id)),
  ]);
  const open = session.tables.filter(({ endedAt }) => endedAt === null);
  const ended = session.tables.filter(({ endedAt }) => endedAt !== null);
  const known = open.map(({ id, name, facilitatorId }) => ({ id, name, facilitatorId: facilitatorId ?? "" }));
  const people = bySeat(session.participants).map(({ id, label, description, tableId }) => ({
    id,
    label,
    description,
    at: tableId === null ? "" : `${open.findIndex((table) => table.id === tableId) + 1}`,
  }));
  const facilitators = members
    .filter(({ role }) => role === "lead" || role === "facilitator")
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <>
      <PageHeader
        title="Break-out tables"
        breadcrumb={[
          ...crumbs,
          { label: "People", href: roundtableHref(slugs, "people") },
          { label: "Tables" },
        ]}
        meta="Each table has its own facilitator and people. All contributions go into one record, which shows the table of each contribution."
      />
      {session.state === "closed" ? (
        <p className="max-w-measure">This roundtable is closed, so you cannot change its tables.</p>
      ) : (
        <Form
          action={arrange}
          submitLabel="Save tables"
          actions={<Link href={roundtableHref(slugs, "people")}>Back to the people</Link>}
        >
          <input type="hidden" name="roundtableId" value={roundtable.id} />
          <TablesFields
            key={known.map(({ id, name }) => id + name).join()}
            rows={[...known, ...emptyRows(known.length)]}
            facilitators={facilitators}
            people={people}
          />
        </Form>
      )}
      {people.length === 0 && session.state !== "closed" && (
        <p className="mt-6 max-w-measure text-soft">
          Nobody is registered yet. <Link href={roundtableHref(slugs, "people")}>Add the people first</Link>.
        </p>
      )}
      {open.length > 0 && session.state !== "closed" && (
        <EndTables slugs={slugs} roundtableId={roundtable.id} />
      )}
      {ended.length > 0 && (
        <p className="mt-8 text-meta text-soft">
          Tables that ended: {ended.map(({ name }) => name).join(", ")}. Their contributions stay as they are.
        </p>
      )}
    </>
  );
}

function EndTables({ slugs, roundtableId }: { slugs: RoundtableSlugs; roundtableId: string }) {
  return (
    <section aria-labelledby="end" className="mt-12 grid gap-3">
      <h2 id="end">Back into one room</h2>
      <Form action={end.bind(null, slugs)} submitLabel="End the tables" submitVariant="quiet">
        <input type="hidden" name="roundtableId" value={roundtableId} />
        <p className="max-w-measure text-meta text-soft">
          This moves everybody back into one room, and ends any go-round at a table. Contributions logged at a
          table stay, and still say which table.
        </p>
      </Form>
    </section>
  );
}

/**
 * Two blank rows after the existing tables, and four where there are none; never more than a roundtable may
 * have.
 */
function emptyRows(known: number) {
  const count = known === 0 ? 4 : Math.min(2, 20 - known);
  return Array.from({ length: count }, () => ({ id: "", name: "", facilitatorId: "" }));
}

type Seated = { label: string; present: boolean; erased: boolean; seat: string | null };

/** Those who are there, in the order of their seats, so that neighbours stand together. */
function bySeat<One extends Seated>(participants: readonly One[]): One[] {
  const by = new Intl.Collator("en-GB", { numeric: true });
  return participants
    .filter(({ present, erased }) => present && !erased)
    .toSorted(
      (a, b) =>
        Number(a.seat === null) - Number(b.seat === null) ||
        by.compare(a.seat ?? "", b.seat ?? "") ||
        by.compare(a.label, b.label),
    );
}
