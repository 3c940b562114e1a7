import { memo, useLayoutEffect, useMemo, useRef } from "react";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { Operation } from "@/lib/capture/session/operation";
import type { Names } from "../types";
import type { CaptureRecord } from "../use-record";
import { QuestionClock } from "../question-clock";
import { ContributionOfRecord } from "./contribution-of-record";
import { RecordList } from "./record-list";

/** What can be done with a contribution of the record. */
export type RecordActions = {
  onEdit: (contributionId: string) => void;
  onClose: (focused: string) => void;
  onDone: (words: string) => void;
  act: (operation: Operation, words: string) => void;
  nextSequence: () => number;
  onTakeBack: (text: string) => void;
};

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

/**
 * The contributions of the record. It is made again only when something of it changes, because there may be thousands, and
 * the page changes with every key.
 */
export const SessionRecord = memo(function SessionRecord(props: Props) {
  const { record, tableId, records, editing, actions, ...rest } = props;
  const { session, contributions, lateOf } = record;
  const closed = session.state === "closed";
  return (
    <RecordList
      contributions={contributions}
      session={session}
      alongsideQuestion={(id) => {
        const question = session.questions.find((one) => one.id === id);
        return question && <QuestionClock question={question} tableId={tableId} />;
      }}
      row={(contribution, before) => (
        <ContributionOfRecord
          key={contribution.id}
          contribution={contribution}
          before={before}
          record={record}
          late={lateOf(contribution.id)}
          editable={records && (!closed || lateOf(contribution.id) === "waits")}
          editing={editing === contribution.id}
          {...rest}
          {...actions}
        />
      )}
    />
  );
});

/** The same functions for as long as the page is open, which do what the latest ones do. */
export function useRecordActions(latest: RecordActions): RecordActions {
  const now = useRef(latest);
  useLayoutEffect(() => {
    now.current = latest;
  });
  return useMemo(
    () => ({
      onEdit: (contributionId) => now.current.onEdit(contributionId),
      onClose: (focused) => now.current.onClose(focused),
      onDone: (words) => now.current.onDone(words),
      act: (operation, words) => now.current.act(operation, words),
      nextSequence: () => now.current.nextSequence(),
      onTakeBack: (text) => now.current.onTakeBack(text),
    }),
    [],
  );
}
