import { Fragment, memo, type CSSProperties } from "react";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { Names } from "../types";
import type { RareParts } from "../rare-parts";
import type { CaptureRecord } from "../use-record";
import { ContributionOfRecord } from "./contribution-of-record";
import { QuestionHeading } from "./question-heading";
import type { RecordActions } from "./use-record-actions";
import type { RowGroup } from "./groups/row-groups";
import { NO_MATTER, type RowMatter } from "./row-matters";
import type { RowSession } from "./row-session";

/** What is going on in a group: null for almost all of them, which are made again only when what they show changes. */
export type GoingOn = {
  /** The editor, and what could not be saved; null for a moment after the page opened. */
  parts: RareParts | null;
  matters: ReadonlyMap<string, RowMatter>;
  /** The contribution that is being edited. */
  editing: string | null;
  /** The contribution before the group. */
  before: ShownContribution | undefined;
  record: CaptureRecord;
  speakers: readonly SpeakerOption[];
  /** The address below which each contribution has its own page. */
  contributionsHref: string;
};

type Props = {
  group: RowGroup<ShownContribution>;
  /** The question of the contribution before the group; undefined where there is none. */
  questionBefore: string | null | undefined;
  session: RowSession;
  userId: string;
  names: Names | null;
  tableId: string | null;
  /** Whether contributions are logged here, and whether the record is closed. */
  records: boolean;
  closed: boolean;
  /** Whether the browser may leave it out while it is off screen. */
  skips: boolean;
  actions: RecordActions;
  goingOn: GoingOn | null;
};

/** How high the group is taken to be before it is laid out: see rows.css. */
function heightOf(rows: number): CSSProperties & { "--rows": number } {
  return { "--rows": rows };
}

/** Contributions that follow one another, each first one of a question below its heading. */
export const RecordGroup = memo(function RecordGroup(props: Props) {
  const { group, questionBefore, session, userId, names, tableId, records, closed, skips, actions, goingOn } =
    props;
  const { rows } = group;
  return (
    <div className="record-rows" data-skips={skips || undefined} style={heightOf(rows.length)}>
      {rows.map((contribution, index) => {
        const { id, questionId } = contribution;
        const before = index === 0 ? goingOn?.before : rows[index - 1];
        const matter = goingOn?.matters.get(id) ?? NO_MATTER;
        const underOther = questionId !== (index === 0 ? questionBefore : rows[index - 1]?.questionId);
        return (
          <Fragment key={id}>
            {underOther && (
              <QuestionHeading questionId={questionId} questions={session.questions} tableId={tableId} />
            )}
            <ContributionOfRecord
              contribution={contribution}
              before={before}
              session={session}
              userId={userId}
              names={names}
              matter={matter}
              editable={records && (!closed || matter.late === "waits")}
              editing={goingOn?.editing === id}
              goingOn={goingOn}
              actions={actions}
            />
          </Fragment>
        );
      })}
    </div>
  );
});
