import { entryOf, isRecord, listIn, type Entry } from "./entry";

const ENDS_SENTENCE = /[.?!…]$/;
/** Where no sentence ends, a turn does. */
const LONG_SENTENCE = 600;
const MARK = /^[.,;:?!…]+$/;

/** Whether a list holds single words with their times, and not turns. */
export function areSingleWords(entries: readonly Entry[]): boolean {
  const spaced = entries.filter(({ text }) => /\s/.test(text)).length;
  return entries.length >= 8 && spaced * 20 <= entries.length && entries.some(({ start }) => start !== null);
}

/** Words joined into turns: as long as one speaker speaks, and where nobody is named as long as a sentence. */
export function joinedWords(entries: readonly Entry[]): Entry[] {
  const named = entries.some(({ speaker }) => speaker !== null);
  const turns: Entry[] = [];
  for (const entry of entries) {
    const last = turns.at(-1);
    const isMark = MARK.test(entry.text);
    const inSentence = last && last.text.length < LONG_SENTENCE && !ENDS_SENTENCE.test(last.text.slice(-1));
    const goesOn = named ? entry.speaker === last?.speaker : inSentence;
    if (last && (goesOn || isMark)) {
      last.text += `${isMark ? "" : " "}${entry.text}`;
      last.end = entry.end ?? last.end;
    } else turns.push({ ...entry });
  }
  return turns;
}

/** Amazon Transcribe keeps the speakers of words in a list of their own, by the time at which a word begins. */
export function speakersByStart(json: unknown): Map<string, string> {
  const labels = isRecord(json) ? json["speaker_labels"] : null;
  const speakers = new Map<string, string>();
  for (const segment of listIn(labels, "segments"))
    for (const item of listIn(segment, "items")) {
      const { speaker } = entryOf(item) ?? { speaker: null };
      const start = isRecord(item) ? item["start_time"] : null;
      if (speaker !== null && typeof start === "string") speakers.set(start, speaker);
    }
  return speakers;
}
