import { saidOf, withThemeChange } from "@/lib/capture/contribution/contribution-edit";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { Operation, OperationOf } from "@/lib/capture/session/operation";
import type { Entry } from "@/lib/capture/session/outbox";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { Attention } from "../attention";
import { marksWords } from "../bar/marks-words";
import type { CaptureRecord } from "../use-record";

type Props = {
  entry: Entry;
  contribution: ShownContribution;
  record: CaptureRecord;
  speakers: readonly SpeakerOption[];
  act: (operation: Operation, words: string) => void;
  nextSequence: () => number;
  /** Words for the bar, to continue typing. */
  onTakeBack: (text: string) => void;
};

/** What about a contribution could not be saved, and what can be done. */
export function ContributionTrouble({
  entry,
  contribution,
  record,
  speakers,
  act,
  nextSequence,
  onTakeBack,
}: Props) {
  const { outbox, session } = record;
  const { operation, theirs } = entry;
  const discard = () => void outbox.discard(operation.id);
  const takeBack = () => {
    if ("text" in operation) onTakeBack(operation.text);
    discard();
  };
  const edit = operation.do === "edit" ? operation : null;
  return (
    <Attention
      entry={entry}
      marks={{
        mine: edit
          ? marksWords({ ...saidOf(edit), themeIds: themesAfter(contribution, edit) }, session, speakers)
          : "",
        theirs: theirs ? marksWords(theirs, session, speakers) : "",
      }}
      onRetry={() => void outbox.retry(operation.id)}
      onDiscard={entry.state === "stale" ? discard : takeBack}
      onUseMine={() =>
        "revision" in operation &&
        theirs &&
        void outbox.retry(operation.id, { ...operation, revision: theirs.revision })
      }
      onKeepBoth={() => {
        if (edit) act(asContributionOfItsOwn(edit, contribution, session.roundtableId, nextSequence()), "");
        discard();
      }}
    />
  );
}

function themesAfter({ themeIds }: ShownContribution, { themes }: OperationOf<"edit">): string[] {
  return withThemeChange(themeIds, themes);
}

function asContributionOfItsOwn(
  edit: OperationOf<"edit">,
  contribution: ShownContribution,
  roundtableId: string,
  sequence: number,
): Operation {
  const { saidAt, tableId, goRoundId } = contribution;
  const said = { ...saidOf(edit), themeIds: themesAfter(contribution, edit) };
  return {
    do: "record",
    id: crypto.randomUUID(),
    roundtableId,
    ...said,
    tableId,
    goRoundId,
    saidAt,
    sequence,
  };
}
