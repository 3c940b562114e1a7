import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ClearForm } from "@/components/capture/clearance/clear-form";
import { suggestedWords } from "@/components/capture/clearance/suggested-words";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { standingContribution } from "@/lib/capture/contribution/queries/amendments";
import { suggestFor } from "@/lib/capture/clearance/queries/suggested-masks";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { readContribution } from "../read-contribution";
import { clear, withdraw } from "./actions";

export const metadata: Metadata = { title: "Clear a contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]/clear">;

export default async function ClearContribution({ params }: Props) {
  const read = await readContribution(params);
  const { viewer, review, crumbs, here } = read;
  const contribution = await standingContribution(read.contribution);
  const found = await suggestFor(viewer, review.id, contribution.text);
  const masks = contribution.clearance?.masks ?? [];
  const asWords = masks.map(({ start, end, as }) => ({
    words: sliceCodePoints(contribution.text, start, end),
    as,
  }));
  const once = asWords.filter(
    ({ words }, index) => asWords.findIndex((one) => one.words === words) === index,
  );
  return (
    <>
      <PageHeader
        title="Clear for reviewers"
        breadcrumb={[...crumbs, { label: "Contribution", href: here }, { label: "Clear" }]}
      />
      <ClearForm
        action={clear.bind(null, here)}
        contribution={contribution}
        masks={once}
        suggestions={suggestedWords(contribution.text, found.suggestions)}
        problem={found.problem}
        submitLabel="Clear"
        actions={<Link href={here}>Cancel</Link>}
      />
      {contribution.clearance && (
        <div className="mt-10">
          <Details summary="Withdraw the clearance">
            <Form action={withdraw.bind(null, here)} submitLabel="Withdraw" submitVariant="danger">
              <input type="hidden" name="id" value={contribution.id} />
              <p>Only facilitators can read the contribution after this. You can clear it again.</p>
            </Form>
          </Details>
        </div>
      )}
    </>
  );
}
