import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { KeyRegion } from "@/components/ui/key-region";
import { KeyedLink } from "@/components/ui/navigation/keyed-link";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { nextUndecided } from "@/lib/tag/rounds/queries/differences";
import { getDifference } from "@/lib/tag/rounds/queries/round-difference";
import { listRoundThemes } from "@/lib/tag/rounds/queries/round-themes";
import { listDifferences } from "@/lib/tag/rounds/queries/rounds";
import { decide } from "../../actions";
import { readRound } from "../../read-round";
import { NotCoded } from "../not-coded";
import { Choices } from "./choices";
import { DecisionFields } from "./decision-fields";
import { Difference } from "./difference";
import { Standing } from "./standing";

export const metadata: Metadata = { title: "Decide where coders differ" };

const Place = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/adjudicate">;

export default async function AdjudicatePage({ params, searchParams }: Props) {
  const { viewer, review, round, here, crumbs } = await readRound(params);
  const all = await forPage(listDifferences(viewer, round));
  const wanted = Place.parse((await searchParams).at);
  const place = wanted !== undefined && wanted <= all.length ? wanted : (nextUndecided(all) ?? 1);
  const difference = all[place - 1];
  // The address identifies the difference: when the page is read again after somebody else has decided it, it
  // stays the same.
  if (difference && place !== wanted) redirect(`${here}/adjudicate?at=${place}`);
  const header = (
    <PageHeader
      title="Decide where coders differ"
      breadcrumb={[...crumbs.slice(1), { label: "Decide" }]}
      actions={<Link href={here}>Back to the round</Link>}
    />
  );
  if (!difference)
    return (
      <>
        {header}
        {round.codedAt ? (
          <EmptyState
            title="The coders agree on everything"
            action={<Link href={here}>Back to the round</Link>}
          />
        ) : (
          <NotCoded round={round} here={here} />
        )}
      </>
    );
  const detail = await forPage(getDifference(viewer, round, difference));
  const theme = (await listRoundThemes(viewer, round.id)).find(({ id }) => id === difference.themeId);
  const decided = all.filter((one) => one.decided).length;
  const at = (to: number) => `${here}/adjudicate?at=${to}`;
  const ways = (
    <>
      {place > 1 && (
        <KeyedLink href={at(place - 1)} shortcut="ArrowLeft">
          Previous
        </KeyedLink>
      )}
      {place < all.length && (
        <KeyedLink href={at(place + 1)} shortcut="ArrowRight">
          Next
        </KeyedLink>
      )}
      <p className="basis-full text-sm text-soft sm:ml-auto sm:basis-auto">
        {decided} of {all.length} decided · this is difference {place}
      </p>
    </>
  );
  const columns = "grid gap-x-10 gap-y-6 lg:grid-cols-2";
  return (
    <>
      {header}
      <KeyRegion
        key={`${difference.contributionId} ${difference.themeId}`}
        label="The difference, and who you agree with"
        focused={wanted !== undefined}
        submits="button[type=submit]"
        className="p-1 sm:p-3"
      >
        {round.state === "adjudicating" ? (
          <Form action={decide} submitLabel="Save and next" submitKey="Enter" footed actions={ways}>
            <input type="hidden" name="roundId" value={round.id} />
            <input type="hidden" name="contributionId" value={difference.contributionId} />
            <input type="hidden" name="themeId" value={difference.themeId} />
            <input type="hidden" name="reviewSlug" value={review.slug} />
            <input type="hidden" name="number" value={round.number} />
            <input type="hidden" name="basedOn" value={detail.decision?.id ?? ""} />
            <div className={columns}>
              <Difference detail={detail} theme={theme} />
              <div>
                <DecisionFields detail={detail} kind={difference.kind} theme={theme?.title ?? ""} />
                {detail.decision && <Standing decision={detail.decision} />}
              </div>
            </div>
          </Form>
        ) : (
          <>
            <div className={columns}>
              <Difference detail={detail} theme={theme} />
              <div>
                <Choices choices={detail.choices} />
                {detail.decision && <Standing decision={detail.decision} />}
              </div>
            </div>
            <nav aria-label="Differences" className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
              {ways}
            </nav>
          </>
        )}
      </KeyRegion>
    </>
  );
}
