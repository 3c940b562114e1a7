import type { Metadata } from "next";
import Link from "next/link";
import { ClearForm } from "@/components/capture/clearance/clear-form";
import { suggestedWords } from "@/components/capture/clearance/suggested-words";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { standingLine } from "@/lib/capture/contribution/queries/amendments";
import { suggestFor } from "@/lib/capture/clearance/queries/clearance-pass";
import { sliceCodePoints } from "@/lib/platform/text";
import { readLine } from "../read-line";
import { clear, withdraw } from "./actions";

export const metadata: Metadata = { title: "Clear a contribution" };

type Props = PageProps<"/reviews/[review]/contributions/[contribution]/clear">;

export default async function ClearContribution({ params }: Props) {
  const read = await readLine(params);
  const { viewer, review, crumbs, here } = read;
  const line = await standingLine(read.line);
  const suggestions = suggestedWords(line.text, await suggestFor(viewer, review.id, line.text));
  const masks = line.clearance?.masks ?? [];
  const asWords = masks.map(({ start, end, as }) => ({ words: sliceCodePoints(line.text, start, end), as }));
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
        line={line}
        masks={once}
        suggestions={suggestions}
        submitLabel="Clear"
        actions={<Link href={here}>Cancel</Link>}
      />
      {line.clearance && (
        <div className="mt-10">
          <Details summary="Withdraw the clearance">
            <Form action={withdraw.bind(null, here)} submitLabel="Take it back" submitVariant="danger">
              <input type="hidden" name="id" value={line.id} />
              <p>Only facilitators can read the line after this. You can clear it again.</p>
            </Form>
          </Details>
        </div>
      )}
    </>
  );
}
