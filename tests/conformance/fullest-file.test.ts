import { expect, test } from "vitest";
import { packPayload, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { themesOfCodes } from "@/lib/tag/exchange/file/theme-codes";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { MAX_ENTRIES, MAX_CONTRIBUTIONS, MAX_PROJECT_BYTES } from "@/lib/tag/exchange/format/limits";
import { Incoming } from "@/lib/tag/exchange/incoming";
import { matchContributions } from "@/lib/tag/exchange/match-contributions";
import { codes, fullProject, known } from "@/tests/support/worlds/full-project";

test(
  "the largest file that can be exported can be imported again, also through the page",
  { timeout: 240_000 },
  async () => {
    const onEach = MAX_ENTRIES / MAX_CONTRIBUTIONS - 1;
    const bytes = await writeProject(fullProject(MAX_CONTRIBUTIONS, onEach));
    expect(bytes.length).toBeLessThan(MAX_PROJECT_BYTES);
    const read = await readProject(bytes);
    if (!read.ok) throw new Error(read.reason);
    const { incoming, leftOut } = matchContributions(
      read.value,
      themesOfCodes(codes, []),
      known(MAX_CONTRIBUTIONS),
    );
    expect(leftOut).toEqual({ sources: [], whole: 0, nowhere: 0, changed: 0, notes: 0 });
    const payload = unpackPayload(packPayload(incoming), Incoming);
    expect(payload.contributions.flatMap(({ codings }) => codings)).toHaveLength(MAX_CONTRIBUTIONS * onEach);
  },
);
