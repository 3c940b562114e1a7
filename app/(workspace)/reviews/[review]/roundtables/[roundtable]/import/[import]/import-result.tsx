import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/navigation/pagination";
import { Table } from "@/components/ui/table";
import { timesLeft, type Account } from "@/lib/capture/import/account";
import type { OneImport } from "@/lib/capture/import/queries/imports";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { undo } from "../actions";

type Props = { found: OneImport; page: number; href: string; contributionsHref: string; undoable: boolean };

const PAGE = 100;

/** What happened to a file, row by row where rows were left out, with a button to undo the import. */
export function ImportResult({ found, page, href, contributionsHref, undoable }: Props) {
  const left = found.problems.filter(({ line }) => line > 0);
  const whole = found.problems.filter(({ line }) => line === 0).map(({ reason }) => reason);
  const leftWords = left.length > 0 ? ` ${countOf(left.length, "row")} left out.` : "";
  return (
    <>
      {found.state === "visible" && (
        <Notice tone="success" title={`${countOf(found.rows, "contribution")} imported`}>
          <p>
            {leftWords} {found.account && wordsOf(found.account)}{" "}
            <Link href={contributionsHref}>See the contributions</Link>
          </p>
        </Notice>
      )}
      {found.state === "undone" && found.undoneAt && (
        <Notice title={`undone on ${formatInstant(found.undoneAt)}`}>
          <p>
            Its {countOf(found.rows, "contribution")} were removed from the record. You can import the file
            again.
          </p>
        </Notice>
      )}
      {found.state === "failed" && (
        <Notice tone="warning" title="this file was not imported">
          {whole.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Notice>
      )}
      <LeftOut left={left} more={found.state === "failed" ? [] : whole} page={page} href={href} />
      {found.state === "visible" && undoable && (
        <div className="mt-10">
          <Details summary="Undo this import">
            <Form action={undo} submitLabel="Undo this import" submitVariant="danger">
              <input type="hidden" name="importId" value={found.id} />
              <p>
                Its {countOf(found.rows, "contribution")} will be removed from the record, every list and
                every figure. Participants and questions added by the import stay.
              </p>
            </Form>
          </Details>
        </div>
      )}
    </>
  );
}

function wordsOf({ come, left, about, columns, timesUnread }: Account): string {
  const all = (come + left + about + columns).toLocaleString("en-GB");
  const times = timesUnread > 0 ? ` ${timesLeft(timesUnread)}.` : "";
  const outside = [
    ...(left > 0 ? [`${left.toLocaleString("en-GB")} left out`] : []),
    ...(about + columns > 0 ? [`${(about + columns).toLocaleString("en-GB")} in other columns`] : []),
  ];
  const rest = outside.length > 0 ? ` The rest: ${outside.join(", ")}.` : "";
  return `They have ${come.toLocaleString("en-GB")} of the ${all} words of the file.${rest}${times}`;
}

type LeftProps = { left: OneImport["problems"]; more: readonly string[]; page: number; href: string };

function LeftOut({ left, more, page, href }: LeftProps) {
  if (left.length === 0) return null;
  const last = Math.ceil(left.length / PAGE);
  const here = Math.min(Math.max(1, page), last);
  const link = (to: number) => ({ href: `${href}?page=${to}`, label: `Page ${to} of ${last}` });
  return (
    <section aria-label="Rows left out" className="mt-8 max-w-measure">
      <Table
        caption={`${countOf(left.length, "row")} left out`}
        columns={[{ label: "Line of the file" }, { label: "Why" }]}
        rows={left.slice((here - 1) * PAGE, here * PAGE).map(({ line, reason }, index) => ({
          key: `${line}-${index}`,
          cells: [`Line ${line.toLocaleString("en-GB")}`, reason],
        }))}
      />
      {more.map((words) => (
        <p key={words} className="mt-2 text-meta">
          {words}.
        </p>
      ))}
      <Pagination
        label="Rows left out"
        {...(here > 1 ? { previous: link(here - 1) } : {})}
        {...(here < last ? { next: link(here + 1) } : {})}
      />
    </section>
  );
}
