import { memo, useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { usePrepared } from "@/components/ui/later";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import type { Names } from "../types";
import { rareParts } from "../rare-parts";
import type { CaptureRecord } from "../use-record";
import { useUnchanged } from "../use-unchanged";
import { RecordGroup } from "./record-group";
import type { RowGroup } from "./groups/row-groups";
import { rowMatters } from "./row-matters";
import { rowSessionOf } from "./row-session";
import type { RecordActions } from "./use-record-actions";
import { useRowGroups } from "./groups/use-row-groups";

type Props = {
  record: CaptureRecord;
  userId: string;
  names: Names | null;
  speakers: readonly SpeakerOption[];
  tableId: string | null;
  /** Whether contributions are logged here. */
  records: boolean;
  editing: string | null;
  actions: RecordActions;
  contributionsHref: string;
};

/** New contributions come here, and a group that is new has not been laid out yet. */
const NEVER_SKIPPED = 2;

/**
 * The contributions of the record in the order in which they were said. It is made again only when something of it changes, and
 * then only the groups that changed, because there may be thousands, and the page changes with every key.
 */
export const SessionRecord = memo(function SessionRecord(props: Props) {
  const { record, userId, names, speakers, tableId, records, editing, actions, contributionsHref } = props;
  const { session, contributions, late, outbox } = record;
  const shown = useMemo(
    () => contributions.filter(({ mergedIntoId }) => mergedIntoId === null),
    [contributions],
  );
  const groups = useRowGroups(shown);
  // With it the editor and what could not be saved appear.
  const parts = usePrepared(rareParts);
  const rowSession = useUnchanged(useMemo(() => rowSessionOf(session), [session]));
  const matters = useMemo(() => rowMatters(outbox.entries, late), [outbox.entries, late]);
  if (shown.length === 0)
    return (
      <EmptyState title="Nothing has been logged yet">
        {session.state === "planned"
          ? "Contributions appear here once the session has started."
          : "Contributions appear here as people speak. Type what was said below, and log it."}
      </EmptyState>
    );
  const isEdited = (group: RowGroup<ShownContribution>) =>
    editing !== null && group.rows.some(({ id }) => id === editing);
  return (
    <div>
      {groups.map((group, index) => {
        const before = groups[index - 1]?.rows.at(-1);
        const edited = isEdited(group);
        const goesOn = edited || (matters.size > 0 && group.rows.some(({ id }) => matters.has(id)));
        return (
          <RecordGroup
            key={group.key}
            group={group}
            questionBefore={before && before.questionId}
            session={rowSession}
            userId={userId}
            names={names}
            tableId={tableId}
            records={records}
            closed={session.state === "closed"}
            skips={!edited && index < groups.length - NEVER_SKIPPED}
            actions={actions}
            goingOn={goesOn ? { parts, matters, editing, before, record, speakers, contributionsHref } : null}
          />
        );
      })}
    </div>
  );
});
