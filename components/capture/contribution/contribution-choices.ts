import type { Participant } from "@/lib/capture/people/participant";
import type { Question } from "@/lib/capture/roundtable/roundtable";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";

type Option = { value: string; label: string };

/** The options for who said it: the participants, then the sources without a speaker. */
export function speakerOptions(participants: readonly Participant[]): Option[] {
  const people = participants.filter(({ erased }) => !erased);
  const guests = people.filter(({ host }) => !host);
  const hosts = people.filter(({ host }) => host);
  return [
    ...guests.map((one) => ({ value: `identified:${one.id}`, label: labelOf(one) })),
    { value: "unidentified", label: SOURCE_WORDS.unidentified },
    { value: "group", label: SOURCE_WORDS.group },
    ...hosts.map((one) => ({ value: `host:${one.id}`, label: `${labelOf(one)} (host)` })),
    { value: "host", label: SOURCE_WORDS.host },
    { value: "note", label: SOURCE_WORDS.note },
  ];
}

function labelOf({ label, description }: Participant): string {
  return description ? `${label}: ${description}` : label;
}

export function questionOptions(questions: readonly Question[]): Option[] {
  return questions.map(({ id, position, text }) => ({ value: id, label: `${position}. ${text}` }));
}
