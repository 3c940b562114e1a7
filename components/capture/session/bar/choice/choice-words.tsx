import { ColourChip } from "@/components/ui/colour-chip";
import { Kbd } from "@/components/ui/kbd";
import { KeyHint } from "@/components/ui/key-hint";
import { STANCES } from "@/lib/capture/contribution/stance";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import type { Choice, Command } from "@/lib/capture/session/bar/grammar";

/** In the order in which they are offered: a slash and Enter must do no harm, so undoing comes last. */
const COMMAND_WORDS: Record<Command, { title: string; hint: string; words: string[]; key?: string }> = {
  edit: {
    title: "Edit last",
    hint: "the last contribution you logged",
    key: "↑",
    words: ["edit last", "last contribution", "correct last", "change last"],
  },
  next: {
    title: "Next question",
    hint: "go to the next question of the agenda",
    words: ["next question", "question", "agenda"],
  },
  hands: { title: "Hands", hint: "count hands for these words", words: ["hands", "show of hands", "vote"] },
  agreement: {
    title: "Agreement seen",
    hint: "for example, several people nod",
    words: ["agreement seen", "agreed", "nods", "nodding"],
  },
  group: {
    title: "The group",
    hint: "the group said or showed this",
    words: ["group", "the group", "room", "the room", "everybody"],
  },
  note: { title: "Own note", hint: "your own note, never quoted", words: ["note", "own note", "my note"] },
  unknown: {
    title: "Not known",
    hint: "you do not know which participant",
    words: ["unknown", "not known", "anonymous"],
  },
  moment: {
    title: "Mark a moment",
    hint: "log a note to come back to this",
    words: ["mark a moment", "moment", "bookmark", "come back"],
  },
  "go-round": {
    title: "Go-round",
    hint: "start one, or end the current one",
    words: ["go-round", "round", "start go-round", "end go-round"],
  },
  names: {
    title: "Names",
    hint: "show or hide names",
    words: ["names", "hide names", "show names"],
    key: "F9",
  },
  clear: {
    title: "Clear kept marks",
    hint: "remove what was kept from the last contribution",
    words: ["clear kept marks", "still", "remove marks"],
  },
  retry: {
    title: "Send now",
    hint: "send waiting contributions now",
    words: ["send now", "retry", "try again"],
  },
  undo: { title: "Undo", hint: "undo the last thing you did", words: ["undo", "take back"], key: "Ctrl+Z" },
};

export const COMMANDS = (Object.keys(COMMAND_WORDS) as Command[]).map((command) => ({
  command,
  words: COMMAND_WORDS[command].words,
}));

/** The choice as one row of the list. */
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
    case "npq":
      return (
        <span>
          <b>{choice.code}</b> <span className="text-soft">{choice.name}</span>
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
    case "table":
      return (
        <span>
          <b>{choice.name}</b> <span className="text-soft">you are at this table from now on</span>
        </span>
      );
    case "command": {
      const { title, hint, key } = COMMAND_WORDS[choice.command];
      return (
        <span>
          <b>{title}</b> <span className="text-soft">{hint}</span> {key && <KeyHint>{key}</KeyHint>}
        </span>
      );
    }
  }
}

function choiceName(choice: Choice): string {
  switch (choice.kind) {
    case "speaker":
      return choice.option.name ?? choice.option.label;
    case "theme":
      return choice.title;
    case "npq":
      return choice.code;
    case "stance":
      return STANCES[choice.stance].word;
    case "question":
      return `question ${choice.position}`;
    case "table":
      return choice.name;
    case "command":
      return COMMAND_WORDS[choice.command].title;
  }
}

/**
 * What Enter does while the choice is active, and what follows; `said` is whether words are typed as well.
 */
export function enterWords(choice: Choice, said: boolean): string {
  const name = `“${choiceName(choice)}”`;
  if (choice.kind === "command") return `Enter chooses the command ${name}.`;
  return `Enter chooses ${name}. ${said ? "Enter again logs." : "Then type what was said."}`;
}

export function choiceKey(choice: Choice): string {
  switch (choice.kind) {
    case "speaker":
      return choice.option.value;
    case "theme":
    case "question":
      return choice.id;
    case "npq":
      return choice.code;
    case "stance":
      return choice.stance;
    case "table":
      return `table ${choice.id ?? ""}`;
    case "command":
      return choice.command;
  }
}
