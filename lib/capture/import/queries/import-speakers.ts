import { outcomes } from "../outcome";
import { namesNobody, speakerKey, type SpeakerPlan } from "../plan";
import { importPieces, importReading } from "./import-pieces";

/** The speakers named in rows that can be imported, those with most contributions first. */
export async function countSpeakers(importId: string): Promise<SpeakerPlan["list"]> {
  const reading = await importReading(importId);
  const decide = outcomes({ ...reading, speakers: { list: [], settled: false, made: [], questions: [] } });
  const found = new Map<string, SpeakerPlan["list"][number]>();
  for await (const { position, rows } of importPieces(importId)) {
    for (const outcome of rows.flatMap((row, index) => decide(row, position + index))) {
      if (outcome.what !== "contribution" || outcome.row.speaker === null) continue;
      const { speaker, source } = outcome.row;
      const there = found.get(speakerKey(speaker));
      if (there) there.contributions++;
      else
        found.set(speakerKey(speaker), {
          name: speaker,
          contributions: 1,
          as: source === "host" ? "host" : namesNobody(speaker) ? "unknown" : "new",
        });
    }
  }
  return [...found.values()].sort((a, b) => b.contributions - a.contributions);
}
