"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { withoutShown } from "@/lib/capture/session/draft";
import { ChoiceList } from "./choice-list";
import { DraftMarks } from "./draft-marks";
import { HandsFields } from "./hands-fields";
import { SignButtons } from "./sign-buttons";
import { SignQuestion } from "./sign-question";
import { useCaptureBar, type BarProps } from "./use-capture-bar";

/** Where everything is typed: words, and the marks chosen for them behind a sign. Enter logs the contribution. */
export function CaptureBar(props: BarProps) {
  const { draft, room, problem, onDraft, onPaste, onEditLast } = props;
  const id = useId();
  const { words, open, asking, completion, change, choose, press, onKeyDown, enterHands } =
    useCaptureBar(props);
  const active = open ? `${id}-choice-${open.active}` : undefined;
  return (
    <div>
      <div className="relative flex flex-wrap items-start gap-x-3 gap-y-2 rounded border-2 border-ink bg-card px-3 py-2 focus-within:outline-3 focus-within:outline-focus-ring focus-within:shadow-[0_0_0_6px_var(--color-focus)]">
        {open && (
          <ChoiceList
            id={id}
            sign={open.sign.sign}
            choices={open.choices}
            active={open.active}
            onChoose={choose}
          />
        )}
        <DraftMarks draft={draft} room={room} onDraft={onDraft} onSign={press} />
        <label htmlFor={`${id}-words`} className="sr-only">
          What was said
        </label>
        <textarea
          ref={words}
          id={`${id}-words`}
          rows={1}
          value={draft.text}
          maxLength={10_000}
          autoComplete="off"
          spellCheck
          enterKeyHint="send"
          aria-autocomplete="list"
          aria-controls={open ? `${id}-choices` : undefined}
          aria-activedescendant={active}
          aria-describedby={`${id}-how ${id}-problem`}
          aria-invalid={problem ? true : undefined}
          placeholder="What was said"
          onChange={({ target }) => change(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => completion.look(currentTarget.value, currentTarget.selectionStart)}
          onPaste={onPaste}
          onBlur={completion.dismiss}
          onKeyDown={onKeyDown}
          className="voice max-h-[33vh] min-h-9 min-w-0 flex-[1_1_9rem] resize-none bg-transparent py-1 outline-none! shadow-none! placeholder:text-soft"
        />
        <Button onClick={asking.log} className="ml-auto">
          Log it
        </Button>
        {draft.hands && (
          <HandsFields
            hands={draft.hands}
            onHands={(hands) => onDraft(hands ? { ...draft, hands } : withoutShown(draft))}
            onEnter={enterHands}
          />
        )}
      </div>
      {asking.question && (
        <SignQuestion question={asking.question} answers={asking.answers} onAnswer={asking.answer} />
      )}
      <p id={`${id}-problem`} role="alert" className="mt-1.5 font-semibold text-danger empty:hidden">
        {problem}
      </p>
      <p id={`${id}-how`} className="sr-only">
        Enter logs the contribution, Shift and Enter begins a new one within it. Words in quotation marks are
        word for word.
      </p>
      <SignButtons onSign={press} onEditLast={onEditLast} />
    </div>
  );
}
