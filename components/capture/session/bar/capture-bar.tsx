"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { withoutShown } from "@/lib/capture/session/bar/draft";
import { withoutSign } from "@/lib/capture/session/bar/grammar";
import { ChoiceList } from "./choice/choice-list";
import { enterWords } from "./choice/choice-words";
import { DraftMarks } from "./draft-marks";
import { HandsFields } from "./hands-fields";
import { SignButtons } from "./sign/sign-buttons";
import { SignQuestion } from "./sign/sign-question";
import { speakerOf } from "./speakers";
import { useCaptureBar, type BarProps } from "./use-capture-bar";

/** Where everything is typed: words, and the marks chosen for them behind a sign. Enter logs the contribution. */
export function CaptureBar(props: BarProps) {
  const { draft, options, problem, onDraft, onChoose, onPaste, onEditLast } = props;
  const id = useId();
  const { words, open, asking, completion, change, choose, press, onKeyDown, enterHands } =
    useCaptureBar(props);
  const marked = open?.choices[open.active];
  const said = open !== null && withoutSign(draft.text, open.sign).text.trim() !== "";
  const unquotable = speakerOf(options.speakers, draft)?.unquotable;
  const active = open ? `${id}-choice-${open.active}` : undefined;
  return (
    <div>
      <div className="relative flex flex-wrap items-start gap-x-3 gap-y-2 rounded border-2 border-ink bg-card px-3 py-2 low:gap-y-0.5 low:py-1 focus-within:outline-3 focus-within:outline-focus-ring focus-within:shadow-[0_0_0_6px_var(--color-focus)]">
        {open && (
          <ChoiceList
            id={id}
            sign={open.sign.sign}
            choices={open.choices}
            active={open.active}
            onChoose={choose}
            {...(marked && { enter: enterWords(marked, said) })}
          />
        )}
        <DraftMarks draft={draft} options={options} onDraft={onDraft} onSign={press} />
        {draft.hands && (
          <HandsFields
            hands={draft.hands}
            onHands={(hands) => onDraft(hands ? { ...draft, hands } : withoutShown(draft))}
            onEnter={enterHands}
          />
        )}
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
          className="voice max-h-[33vh] min-h-9 low:max-h-20 min-w-0 flex-[1_1_9rem] resize-none bg-transparent py-1 outline-none! shadow-none! placeholder:text-soft"
        />
        <Button onClick={asking.log} className="ml-auto low:min-h-9! low:py-1!">
          Log it
        </Button>
      </div>
      {asking.question && (
        <SignQuestion question={asking.question} answers={asking.answers} onAnswer={asking.answer} />
      )}
      <p id={`${id}-problem`} role="alert" className="mt-1.5 font-semibold text-danger empty:hidden">
        {problem}
      </p>
      <p id={`${id}-how`} className="sr-only">
        Enter logs the contribution. Shift and Enter starts a new line. Words in quotation marks are word for
        word.{unquotable && ` What this person says ${unquotable}.`}
      </p>
      <SignButtons
        onSign={press}
        onHands={() => draft.hands || onChoose({ kind: "command", command: "hands" }, draft)}
        onEditLast={onEditLast}
      />
    </div>
  );
}
