import { randomUUID } from "node:crypto";
import { WhoTakesPart } from "@/components/capture/session/who-takes-part";
import { questionOptions, speakerOptions } from "@/components/capture/contribution/contribution-choices";
import { LaterLogForm } from "@/components/capture/contribution/later-log-form";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import type { Viewer } from "@/lib/access/policy";
import { listRecord } from "@/lib/capture/contribution/queries/contributions";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import type { Roundtable } from "@/lib/capture/roundtable/roundtable";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import type { RoundtableSlugs } from "../read-roundtable";
import { log } from "./actions";
import { RecordSections } from "./record-sections";

type Props = {
  viewer: Viewer;
  roundtable: Roundtable;
  slugs: RoundtableSlugs;
  query: Record<string, string | string[] | undefined>;
  records: boolean;
};

/** As many contributions as keep the page fast; earlier ones are in the list of contributions. */
const SHOWN = 150;

/** Capture as a plain form: for a browser without scripts, and for people who prefer it. */
export async function PlainCapture({ viewer, roundtable, slugs, query, records }: Props) {
  const { contributions } = await listRecord(viewer, roundtable.id, SHOWN);
  const participants = await listParticipants(viewer, roundtable.id);
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <RefreshOnChange watch={{ reviewId: roundtable.reviewId, roundtableId: roundtable.id }} />
      <div className="min-w-0">
        <p className="mb-4 max-w-measure text-meta text-soft">
          The plain form logs one contribution at a time from labelled fields. It also works in a browser
          without JavaScript.
        </p>
        <RecordSections
          contributions={contributions}
          heldOn={roundtable.heldOn}
          reviewSlug={slugs.review}
          editable={records}
        />
        {records && (
          <section
            id="log"
            aria-label="Log a contribution"
            className="mt-2 border-t-2 border-ink pt-3 pb-4 print:hidden"
          >
            <LaterLogForm
              key={text("logged")}
              action={log.bind(null, slugs)}
              roundtableId={roundtable.id}
              contributionId={randomUUID()}
              speakers={speakerOptions(participants)}
              questions={questionOptions(roundtable.questions)}
              stances={STANCE_ORDER.map((value) => ({
                value,
                label: `${STANCES[value].sign} ${STANCES[value].word}`,
              }))}
              last={{
                source: text("source"),
                questionId:
                  text("question") ||
                  (contributions.at(-1)?.question?.id ?? roundtable.questions[0]?.id ?? ""),
              }}
              goOn={text("logged") !== ""}
            />
          </section>
        )}
      </div>
      <aside aria-label="In the room">
        <WhoTakesPart participants={participants} />
      </aside>
    </div>
  );
}
