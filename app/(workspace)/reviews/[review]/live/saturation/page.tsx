import type { Metadata } from "next";
import { RunTable } from "@/components/aggregate/live/run-table";
import { SaturationLines } from "@/components/aggregate/live/saturation-lines";
import { SaturationMethod } from "@/components/aggregate/live/saturation-method";
import { ChartLinks } from "@/components/aggregate/take-away/chart-links";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextInput } from "@/components/ui/form/text-input";
import { PageHeader } from "@/components/ui/page-header";
import { coverFilter } from "@/lib/aggregate/live/queries/live-figures";
import { listSpokenThemes } from "@/lib/aggregate/live/queries/spoken-themes";
import { saturationOf, shuffledSaturation, type SaturationRule } from "@/lib/aggregate/live/saturation";
import { saturationChart } from "@/lib/aggregate/live/saturation-chart";
import { NO_PROOF, saturationWords, shuffledWords } from "@/lib/aggregate/live/saturation-words";
import { LiveFrame, livePageHref } from "../live-frame";
import { readLivePage } from "../read-page";
import { readRule, ruleFields, SHUFFLE_SEED, shufflesFor } from "./read-rule";

export const metadata: Metadata = { title: "Saturation" };

type Props = PageProps<"/reviews/[review]/live/saturation">;
const SIZE = { width: 640, height: 260 };

export default async function SaturationPage(props: Props) {
  const { viewer, review, query, asked, breadcrumb } = await readLivePage(props);
  const { filter } = asked.first;
  const rule = readRule(query);
  const { roundtables } = await coverFilter(viewer, review.id, filter);
  const people = await listSpokenThemes(viewer, review.id, filter);
  const saturation = saturationOf(people, rule);
  const shuffled = shuffledSaturation(people, rule, {
    shuffles: shufflesFor(people.length),
    seed: SHUFFLE_SEED,
  });
  const words = [saturationWords(saturation, rule), shuffledWords(shuffled)];
  return (
    <>
      <PageHeader title="Saturation" breadcrumb={breadcrumb} meta="Live, not released" />
      <LiveFrame review={review} current="saturation" asked={asked} roundtables={[roundtables.length]} />
      <RuleForm here={livePageHref(review.slug, "saturation")} rule={rule} fields={asked.fields} />
      {people.length === 0 ? (
        <EmptyState title="Nobody has spoken yet">
          People appear here when they have contributions under the filter above.
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="result" className="mt-6 max-w-measure">
            <h2 id="result">When few new themes came</h2>
            {words.map((sentence) => (
              <p key={sentence} className="mt-2 text-lg">
                {sentence}
              </p>
            ))}
            <p className="mt-2">{NO_PROOF}</p>
          </section>
          <div className="mt-6">
            <SaturationLines
              chart={saturationChart(people, shuffled, SIZE)}
              {...SIZE}
              words={words.join(" ")}
            />
            <p className="mt-2 max-w-measure text-meta text-soft">
              {`Themes raised (up to ${new Set(people.flat()).size}) by the people who spoke, one after another (${people.length}). Whole line: in the order of the sessions. Dotted line: the middle of ${shuffled.shuffles} shuffled orders. Broken lines: the least and the most of them.`}
            </p>
            <ChartLinks
              review={review.slug}
              chart="saturation"
              fields={[...asked.fields, ...ruleFields(rule)]}
              words="Download this chart"
            />
          </div>
          <RunTable saturation={saturation} rule={rule} />
        </>
      )}
      <SaturationMethod />
    </>
  );
}

type FormProps = { here: string; rule: SaturationRule; fields: readonly [name: string, value: string][] };

function RuleForm({ here, rule, fields }: FormProps) {
  const [base, run, threshold] = ruleFields(rule).map(([, value]) => value);
  return (
    <form action={here} aria-label="Three numbers" className="my-5 print:hidden">
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="grid max-w-measure items-end gap-x-5 gap-y-3 sm:grid-cols-3">
        <TextInput name="base" label="Base size, people" defaultValue={base ?? ""} />
        <TextInput name="run" label="Run length, people" defaultValue={run ?? ""} />
        <TextInput name="threshold" label="New information, %" defaultValue={threshold ?? ""} />
      </div>
      <div className="mt-3">
        <Button type="submit" size="small" variant="quiet">
          Work out
        </Button>
      </div>
    </form>
  );
}
