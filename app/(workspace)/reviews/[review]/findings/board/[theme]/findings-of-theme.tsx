import { FindingCard } from "@/components/synthesise/board/finding-card";
import { CounterViewField } from "@/components/synthesise/finding/counter-view-field";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { evidenceIds, evidenceSentence } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";
import { saveCounterView } from "./actions";

type Props = { findings: readonly Finding[]; home: string };

/** The findings of the theme, where contributions are attached. */
export function FindingsOfTheme({ findings, home }: Props) {
  return (
    <section
      aria-labelledby="findings"
      className="min-w-0 lg:sticky lg:top-2 lg:max-h-[calc(100vh-1rem)] lg:self-start lg:overflow-y-auto print:static print:max-h-none"
    >
      <h2 id="findings">
        Findings <span className="text-meta font-normal text-soft">{findings.length}</span>
      </h2>
      {findings.length === 0 && (
        <p className="mt-2 max-w-measure text-soft">
          There are none yet. Choose contributions that say the same, then start a finding from them.
        </p>
      )}
      <ol className="mt-3 grid gap-4">
        {findings.map((finding, index) => (
          <FindingCard
            key={finding.id}
            finding={onCard(finding)}
            splits={evidenceIds(finding).length > 1}
            place={index + 1}
            home={home}
            hasOthers={findings.length > 1}
          >
            <CounterViewAsked finding={finding} place={index + 1} />
          </FindingCard>
        ))}
      </ol>
    </section>
  );
}

function onCard(finding: Finding) {
  const { id, text, stance, counterView } = finding;
  return { id, text, stance, counterView, evidence: evidenceSentence(finding) };
}

/** Asked for as soon as somebody contradicts the finding. */
function CounterViewAsked({ finding, place }: { finding: Finding; place: number }) {
  if (finding.contradicts.length === 0 || finding.counterView !== "") return null;
  return (
    <div className="mt-3 text-meta">
      <Details
        summary={
          <>
            Write the counter-view<span className="sr-only"> of finding {place}</span>
          </>
        }
      >
        <Form
          action={saveCounterView}
          submitLabel="Save the counter-view"
          submitVariant="quiet"
          className="[&>div:last-child]:mt-2!"
        >
          <input type="hidden" name="id" value={finding.id} />
          <input type="hidden" name="revision" value={finding.revision} />
          <CounterViewField counterView="" />
        </Form>
      </Details>
    </div>
  );
}
