import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { SummaryList } from "@/components/ui/summary-list";
import { timesLeft, type Account } from "@/lib/capture/import/account";
import { titleOf } from "@/lib/capture/import/columns";
import { isTable } from "@/lib/capture/import/reading/format";
import { NEW_QUESTION } from "@/lib/capture/import/plan";
import { previewImport, type TimesRead } from "@/lib/capture/import/queries/import-preview";
import { formatInstant } from "@/lib/platform/text/dates";
import { countOf } from "@/lib/platform/text/count-words";
import { start } from "../../actions";
import { LeaveFile } from "../../leave-file";
import { readStep } from "../../read-import";
import { PreviewTable } from "./preview-table";

export const metadata: Metadata = { title: "Check the import" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/import/[import]/check">;

const PAGE = 50;

export default async function CheckPage({ params, searchParams }: Props) {
  const { viewer, found, slugs, crumbs, href } = await readStep(params);
  if (!found.columns.settled) redirect(href());
  const query = await searchParams;
  const leftOnly = query.show === "left";
  const page = Math.max(1, Math.floor(Number(query.page)) || 1);
  const part = { from: (page - 1) * PAGE, take: PAGE, leftOnly };
  const { come, left, reasons, rows, account, times } = await previewImport(viewer, found.id, part);
  const last = Math.max(1, Math.ceil((leftOnly ? left : come + left) / PAGE));
  const link = (to: number) => ({
    href: href(`/check?${leftOnly ? "show=left&" : ""}page=${to}`),
    label: `Page ${to.toLocaleString("en-GB")} of ${last.toLocaleString("en-GB")}`,
  });
  const { columns } = found;
  const asked = columns.questions.flatMap((question, column) =>
    question === NEW_QUESTION ? [titleOf(columns, column)] : [],
  );
  const made = found.speakers.list.filter(({ as }) => as === "new" || as === "host").length;
  return (
    <>
      <PageHeader
        title="Check the import"
        breadcrumb={[...crumbs, { label: found.fileName, href: href() }]}
      />
      <SummaryList
        rows={[
          { key: "Import", value: countOf(come, "contribution") },
          {
            key: "Left out",
            value:
              left === 0 ? (
                "No rows"
              ) : (
                <>
                  {countOf(left, "row")}
                  <List
                    items={reasons.map(({ reason, rows: of }) => `${of.toLocaleString("en-GB")}: ${reason}`)}
                  />
                </>
              ),
          },
          ...(account
            ? [{ key: "Words", value: <Words account={account} named={isTable(found.format)} /> }]
            : []),
          ...(account && (times.read > 0 || account.timesUnread > 0)
            ? [{ key: "Times", value: timesWords(times, account.timesUnread, come) }]
            : []),
          ...(asked.length > 0 ? [{ key: "New questions", value: <List items={asked} /> }] : []),
          { key: "Registered", value: made === 0 ? "No new people" : countOf(made, "new participant") },
        ]}
      />
      {come === 0 ? (
        <p className="mt-6 max-w-measure">
          No rows in this file can be imported. Correct the file, or go back.
        </p>
      ) : (
        <Form
          action={start.bind(null, slugs)}
          submitLabel={
            left === 0
              ? `Import ${countOf(come, "contribution")}`
              : `Leave ${countOf(left, "row")} out and import ${countOf(come, "contribution")}`
          }
          className="mt-6"
          actions={
            <ButtonLink href={href(found.speakers.list.length > 0 ? "/speakers" : "")} variant="quiet">
              Back
            </ButtonLink>
          }
        >
          <input type="hidden" name="importId" value={found.id} />
          <input type="hidden" name="basedOn" value={found.basedOn} />
          {left > 0 && (
            <p className="max-w-measure">
              To include rows that are left out, go back and have the file read in another way, or discard it,
              correct it and choose it again.
            </p>
          )}
        </Form>
      )}
      <section aria-labelledby="rows" className="mt-10">
        <h2 id="rows">{leftOnly ? "Rows left out" : "Row by row"}</h2>
        {left > 0 && (
          <p className="mt-1">
            <Link href={href(leftOnly ? "/check" : "/check?show=left")}>
              {leftOnly ? "Show every row" : `Show only the ${countOf(left, "row")} left out`}
            </Link>
          </p>
        )}
        <PreviewTable rows={rows} />
        <Pagination
          label="Rows of the file"
          {...(page > 1 ? { previous: link(page - 1) } : {})}
          {...(page < last ? { next: link(page + 1) } : {})}
        />
      </section>
      <LeaveFile importId={found.id} slugs={slugs} />
    </>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="mt-1 list-disc pl-5 text-meta">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Every word of the file is in one of these numbers. */
function Words({ account, named }: { account: Account; named: boolean }) {
  const { come, left, about, columns } = account;
  return (
    <>
      {countOf(come + left + about + columns, "word")} in the file
      {named && ", beside the names of its columns"}
      <List
        items={[
          `${come.toLocaleString("en-GB")} in contributions`,
          ...(left > 0 ? [`${left.toLocaleString("en-GB")} in what is left out`] : []),
          ...(about > 0 ? [`${about.toLocaleString("en-GB")} that say who, when or of what kind`] : []),
          ...(columns > 0 ? [`${columns.toLocaleString("en-GB")} in columns that are left out`] : []),
        ]}
      />
    </>
  );
}

function timesWords({ read, from, to }: TimesRead, unread: number, come: number): string {
  const have =
    read === come
      ? "All have one"
      : `${read.toLocaleString("en-GB")} of ${come.toLocaleString("en-GB")} have one`;
  const between = from && to ? `, from ${formatInstant(from)} to ${formatInstant(to)}` : "";
  return `${have}${between}${unread > 0 ? `. ${timesLeft(unread)}` : ""}`;
}
