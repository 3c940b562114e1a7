import NextForm from "next/form";
import { Link } from "@/components/ui/link";
import { AttachFields } from "@/components/synthesise/finding/attach-fields";
import { BearingChoice } from "@/components/synthesise/finding/bearing-choice";
import { EvidenceContribution } from "@/components/synthesise/finding/evidence-contribution";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { bearingField, canCarry, evidenceIds } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";
import type { Theme } from "@/lib/tag/codebook/theme";
import { attach } from "../actions";
import type { Search } from "./search";

type Props = {
  viewer: Viewer;
  review: Review;
  finding: Finding;
  /** Roundtable id to title. */
  titles: ReadonlyMap<string, string>;
  roundtables: readonly RoundtableTitle[];
  search: Search;
  theme: Theme | undefined;
  here: string;
};

const PAGE = 25;

/**
 * Contributions that could bear on the statement, found by theme and by words, to attach
 * several at once.
 */
export async function AttachSection({ viewer, review, finding, search, theme, here, ...of }: Props) {
  const { words, scope, after } = search;
  const roundtable = of.roundtables.find(({ slug }) => slug === search.roundtable);
  const { contributions, next } = await forPage(
    listContributions(viewer, {
      reviewId: review.id,
      take: PAGE,
      ...(scope === "theme" ? { themeId: finding.themeId } : {}),
      ...(roundtable ? { roundtableId: roundtable.id } : {}),
      ...(words ? { words } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const attached = evidenceIds(finding);
  const offered = contributions.filter(
    (contribution) => canCarry(contribution) && !attached.includes(contribution.id),
  );
  const more = new URLSearchParams({
    words,
    scope,
    roundtable: roundtable?.slug ?? "",
    after: next ?? "",
  }).toString();
  return (
    <section aria-labelledby="attach" className="mt-12 border-t border-line pt-6">
      <h2 id="attach">Attach contributions</h2>
      <NextForm
        action={here}
        className="mt-3 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        <TextInput name="words" label="Words in the contribution" type="search" defaultValue={words} />
        <Select
          name="scope"
          label="Look in"
          defaultValue={scope}
          options={[
            { value: "theme", label: theme ? theme.title : "The finding’s theme" },
            { value: "all", label: "All contributions of the review" },
          ]}
        />
        <Select
          name="roundtable"
          label="Roundtable"
          defaultValue={roundtable?.slug ?? ""}
          placeholder="All roundtables"
          options={of.roundtables.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <Button type="submit" variant="quiet">
          Find
        </Button>
      </NextForm>
      {offered.length === 0 ? (
        <p className="mt-6 text-soft">
          {next ? "All matching contributions are attached." : "No other contribution matches."}
        </p>
      ) : (
        <Form
          key={`${words} ${scope} ${search.roundtable} ${after}`}
          action={attach}
          submitLabel="Attach the contributions chosen"
          className="mt-6"
        >
          <input type="hidden" name="findingId" value={finding.id} />
          <AttachFields label="How does each contribution relate to the statement?">
            <ul>
              {offered.map((contribution) => (
                <EvidenceContribution
                  key={contribution.id}
                  contribution={contribution}
                  where={of.titles.get(contribution.roundtableId)}
                >
                  <BearingChoice
                    name={bearingField(contribution.id)}
                    legend={`The contribution of ${whose(contribution)}`}
                  />
                </EvidenceContribution>
              ))}
            </ul>
          </AttachFields>
        </Form>
      )}
      {next && (
        <p className="mt-6">
          <Link href={`${here}?${more}#attach`}>More contributions</Link>
        </p>
      )}
    </section>
  );
}

function whose({ speaker, text }: Contribution): string {
  return `${speaker ? speaker.label : "an unknown speaker"}, ${text.slice(0, 40)}`;
}
