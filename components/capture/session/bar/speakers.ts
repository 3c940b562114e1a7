import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { Source } from "@/lib/capture/roundtable/source";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { unquotableWords } from "@/lib/capture/people/permission-level";
import type { Attendee, Names, SessionState } from "../types";

/** Everybody who can be set as the speaker: participants, hosts, then the sources without a person. */
export function speakersOf(
  { participants }: SessionState,
  /** To show, and to match what is typed. */
  names: { shown: Names | null; known: Names | null },
): SpeakerOption[] {
  const here = participants.filter(({ erased }) => !erased);
  // Registered people who are not present come last: they may have arrived late.
  const guests = [
    ...here.filter((one) => !one.host && one.present),
    ...here.filter((one) => !one.host && !one.present),
  ];
  const hosts = here.filter(({ host }) => host);
  return [
    ...guests.map((one) => personOption(one, "identified", names)),
    withoutPerson("unidentified"),
    withoutPerson("group"),
    ...hosts.map((one) => personOption(one, "host", names)),
    withoutPerson("host"),
    withoutPerson("note"),
  ];
}

function personOption(
  one: Attendee,
  source: "identified" | "host",
  { shown, known }: { shown: Names | null; known: Names | null },
): SpeakerOption {
  const absent = one.present ? [] : ["not marked as present"];
  const host = one.host ? ["host or official"] : [];
  return {
    value: `${source}:${one.id}`,
    source,
    participantId: one.id,
    label: one.label,
    description: [...host, one.description, ...absent].filter(Boolean).join(", "),
    seat: one.seat,
    unquotable: unquotableWords(one),
    name: shown?.get(one.id)?.name ?? null,
    knownAs: known?.get(one.id)?.name ?? null,
  };
}

function withoutPerson(source: Source): SpeakerOption {
  return {
    value: source,
    source,
    participantId: null,
    label: SOURCE_WORDS[source],
    description: "",
    seat: null,
    name: null,
    knownAs: null,
  };
}

export function speakerOf(
  speakers: readonly SpeakerOption[],
  { source, participantId }: { source: Source; participantId: string | null },
): SpeakerOption | undefined {
  return speakers.find((one) => one.source === source && one.participantId === participantId);
}
