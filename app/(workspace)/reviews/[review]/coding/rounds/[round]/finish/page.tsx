import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { countOf } from "@/lib/platform/text/count-words";
import { finish } from "../../actions";
import { readRound } from "../../read-round";

export const metadata: Metadata = { title: "Finish your part" };

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/finish">;

export default async function FinishPage({ params }: Props) {
  const { review, round, mine, here, crumbs } = await readRound(params);
  const header = (
    <PageHeader title="Finish your part" breadcrumb={[...crumbs.slice(1), { label: "Finish" }]} />
  );
  if (!mine || mine.finishedAt || round.state !== "open")
    return (
      <>
        {header}
        <EmptyState
          title={mine ? "There is nothing left for you to code" : "You are not a coder in this round"}
          action={<Link href={here}>Back to the round</Link>}
        />
      </>
    );
  const unread = round.contributions - mine.read;
  const others = round.coders.filter((coder) => !coder.mine && coder.finishedAt === null).length;
  return (
    <>
      {header}
      <div className="mb-6 grid max-w-measure gap-3">
        {unread === 0 ? (
          <p>You have read all {countOf(round.contributions, "contribution")}.</p>
        ) : (
          <p>
            <b>You have not read {countOf(unread, "contribution")}</b> of {round.contributions}. If you finish
            now, your part leaves them out. They do not count as contributions without themes, and do not
            affect the agreement figures.
          </p>
        )}
        <p>
          {others === 0
            ? "Everybody else has finished. When you finish, the agreement figures are calculated and the coding counts."
            : `${countOf(others, "other coder")} ${others === 1 ? "is" : "are"} still reading.`}{" "}
          You cannot change your coding after this.
        </p>
      </div>
      <Form
        action={finish}
        submitLabel={unread === 0 ? "Finish" : `Finish without ${countOf(unread, "contribution")}`}
        submitVariant={unread === 0 ? "primary" : "danger"}
        actions={<Link href={`${here}/code`}>{unread === 0 ? "Look again" : "Read them first"}</Link>}
      >
        <input type="hidden" name="roundId" value={round.id} />
        <input type="hidden" name="unread" value={unread} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <input type="hidden" name="number" value={round.number} />
      </Form>
    </>
  );
}
