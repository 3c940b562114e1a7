import { ColourChip } from "@/components/ui/colour-chip";
import { Kbd } from "@/components/ui/kbd";
import { StanceSign } from "@/components/capture/stance-sign";
import type { Choice, Command } from "@/lib/capture/grammar";

/** In the order in which they are offered: a slash and Enter must do no harm, so undoing comes last. */
const COMMAND_WORDS: Record<Command, { title: string; hint: string; words: string[] }> = {
  edit: { title: "Edit last", hint: "the line logged last; also the arrow up", words: ["edit last"] },
  next: { title: "Next question", hint: "go on to the next of the agenda", words: ["next question"] },
  hands: { title: "Hands", hint: "count hands for these words", words: ["hands"] },
  agreement: { title: "Agreement seen", hint: "as when several nod", words: ["agreement seen", "nods"] },
  room: { title: "The room", hint: "these words are the room’s", words: ["room", "the room"] },
  note: { title: "Own note", hint: "a note of yours, never quoted", words: ["note", "own note"] },
  unknown: { title: "Not known", hint: "a participant, not known who", words: ["unknown", "not known"] },
  moment: { title: "Mark a moment", hint: "to come back to later", words: ["mark a moment", "moment"] },
  round: { title: "Round", hint: "begin one, or end the one there is", words: ["round"] },
  names: { title: "Names", hint: "show or hide them", words: ["names", "hide names", "show names"] },
  retry: { title: "Send now", hint: "try at once to send what waits", words: ["send now", "retry"] },
  undo: { title: "Undo", hint: "take back the last thing done", words: ["undo"] },
};

export const COMMANDS = (Object.keys(COMMAND_WORDS) as Command[]).map((command) => ({
  command,
  words: COMMAND_WORDS[command].words,
}));

/** The choice as one line of the list. */
export function ChoiceWords({ choice }: { choice: Choice }) {
  switch (choice.kind) {
    case "speaker": {
      const { label, name, seat, description } = choice.option;
      const about = [name, description, seat && `seat ${seat}`].filter(Boolean).join(", ");
      return (
        <span>
          <b>{label}</b> {about && <span className="text-soft">{about}</span>}
        </span>
      );
    }
    case "theme":
      return (
        <span className="inline-flex items-baseline gap-2">
          {choice.digit !== null && <Kbd>{choice.digit}</Kbd>}
          <ColourChip colour={choice.colour} round={choice.area}>
            {choice.title}
          </ColourChip>
        </span>
      );
    case "stance":
      return <StanceSign stance={choice.stance} />;
    case "question":
      return (
        <span>
          <b>{choice.position}.</b> {choice.text}
        </span>
      );
    case "command": {
      const { title, hint } = COMMAND_WORDS[choice.command];
      return (
        <span>
          <b>{title}</b> <span className="text-soft">{hint}</span>
        </span>
      );
    }
  }
}

export function choiceKey(choice: Choice): string {
  switch (choice.kind) {
    case "speaker":
      return choice.option.value;
    case "theme":
    case "question":
      return choice.id;
    case "stance":
      return choice.stance;
    case "command":
      return choice.command;
  }
}
