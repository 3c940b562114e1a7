import type { Metadata } from "next";
import { z } from "zod";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import type { ChainCheck } from "@/lib/platform/audit/audit-chain";
import { checkAuditChain } from "@/lib/review/audit/queries/chain-check";
import { getReview } from "@/lib/review/settings/queries/reviews";

export const metadata: Metadata = { title: "Check the chain" };

type Props = PageProps<"/reviews/[review]/audit/chain">;

/** The number of an entry that was verified before. */
const After = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt)
  .catch(0n);

export default async function ChainPage({ params, searchParams }: Props) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const after = After.parse((await searchParams).after);
  const check = await forPage(checkAuditChain(viewer, review.id, after));
  const here = `/reviews/${review.slug}/audit`;
  return (
    <>
      <PageHeader
        title="Check the chain"
        breadcrumb={[{ label: "Audit log", href: here }]}
        meta={`Checked on ${formatInstant(new Date())}`}
      />
      <Result {...check} />
      <p className="mt-5 max-w-measure">
        Each entry’s hash is made from everything it says and from the hash of the one before it. We have
        worked every hash out again and compared it with the one that is stored. The chain is one for all
        reviews, so its numbers do not follow on within one review.
      </p>
      {check.waiting > 0 && (
        <p className="mt-3 max-w-measure">
          {countOf(check.waiting, "entry has", "entries have")} not been added to the chain yet. This happens
          every few seconds.
        </p>
      )}
      <div className="mt-7 flex flex-wrap gap-4">
        {check.more && check.verified && (
          <ButtonLink href={`${here}/chain?after=${check.verified.position}`}>
            Check the next entries
          </ButtonLink>
        )}
        <ButtonLink href={here} variant="quiet">
          Back to the audit log
        </ButtonLink>
      </div>
    </>
  );
}

function Result({ first, verified, broken, more }: ChainCheck) {
  if (broken !== null)
    return (
      <Notice tone="warning" title={`entry ${number(broken)} does not verify`}>
        {verified
          ? `Entries up to number ${number(verified.position)}, of ${formatInstant(verified.at)}, are as they were written.`
          : "No entry before it verifies."}{" "}
        Somebody changed or removed an entry in the database. Tell the person who runs this application, and
        compare with a backup.
      </Notice>
    );
  if (!verified) return <Notice title="no entries yet">The chain begins with the first entry.</Notice>;
  return (
    <Notice tone="success" title="the entries are as they were written">
      Verified from number {number(first)} up to number {number(verified.position)}, of{" "}
      {formatInstant(verified.at)}.{more && " There are more entries to check."}
    </Notice>
  );
}

const number = (position: bigint) => position.toLocaleString("en-GB");
