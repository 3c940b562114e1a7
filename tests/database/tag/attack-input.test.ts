import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { readCodingAddress } from "@/lib/tag/coding/coding-address";
import { JudgeContributionInput } from "@/lib/tag/rounds/coding-round";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { importProject, ImportProjectInput } from "@/lib/tag/exchange/commands/import-project";
import { importCodebook, ImportCodebookInput } from "@/lib/tag/exchange/commands/import-codebook";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { splitTheme } from "@/lib/tag/recoding/commands/split-theme";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { tagBatch, undoBatch } from "@/lib/tag/coding/commands/tag-batch";
import { removeCoder } from "@/lib/tag/exchange/commands/remove-coder";
import { writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { packPayload, fingerprintOf, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { FileTheme, planCodebook } from "@/lib/tag/exchange/codebook-plan";
import { Incoming } from "@/lib/tag/exchange/incoming";
import { listExamples } from "@/lib/tag/recoding/queries/theme-history";
import { listAcceptance } from "@/lib/tag/suggestion/queries/acceptance";
import { weighTheme } from "@/lib/tag/recoding/queries/codebook-preview";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { readKnownThemes } from "@/lib/tag/exchange/queries/known-themes";
import { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { plan } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeStranger } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeWorld() {
  const {
    review,
    lead,
    facilitator: ben,
    roundtable,
    contribution,
    theme,
  } = await makeScene({
    members: ["lead", "facilitator"],
    participant: {},
    contribution: { text: "Six words are in this contribution." },
    theme: {},
  });
  return { review, lead, ben, roundtable, contribution, theme };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

/** Whether it is refused in words, and nothing broke. */
const refused = (doing: Promise<unknown>) =>
  expect(
    doing.then(
      () => "done",
      (error: unknown) => (error instanceof Refusal ? "refused" : error),
    ),
  ).resolves.toBe("refused");

describe("ids of another review", () => {
  let mine: World;
  let theirs: World;
  beforeAll(async () => {
    mine = await makeWorld();
    theirs = await makeWorld();
  });

  test("are refused wherever they are mixed in", async () => {
    const { lead, review, theme, contribution, roundtable, ben } = mine;
    const stance = "ask" as const;
    await refused(
      tagBatch(lead, {
        reviewId: review.id,
        id: randomUUID(),
        contributionIds: [contribution.id],
        expected: contributionsDigest([contribution.id]),
        themeId: theirs.theme.id,
        stance,
        suggestionsShown: false,
      }),
    );
    await refused(
      tagBatch(lead, {
        reviewId: review.id,
        id: randomUUID(),
        contributionIds: [theirs.contribution.id],
        expected: contributionsDigest([theirs.contribution.id]),
        themeId: theme.id,
        stance,
        suggestionsShown: false,
      }),
    );
    await refused(
      tagBatch(lead, {
        reviewId: theirs.review.id,
        id: randomUUID(),
        contributionIds: [theirs.contribution.id],
        expected: contributionsDigest([theirs.contribution.id]),
        themeId: theirs.theme.id,
        stance,
        suggestionsShown: false,
      }),
    );
    await refused(mergeThemes(lead, { id: theme.id, intoId: theirs.theme.id }));
    await refused(mergeThemes(lead, { id: theirs.theme.id, intoId: theme.id }));
    await refused(placeTheme(lead, { id: theme.id, parentId: theirs.theme.id, afterId: null }));
    await refused(
      addExample(lead, { themeId: theme.id, contributionId: theirs.contribution.id, belongs: true }),
    );
    await refused(
      addExample(lead, { themeId: theirs.theme.id, contributionId: contribution.id, belongs: true }),
    );
    await refused(
      changeTaggings(lead, {
        change: "set",
        contributionId: contribution.id,
        themeId: theirs.theme.id,
        stance,
      }),
    );
    await refused(changeTaggings(lead, { change: "flag", contributionId: theirs.contribution.id }));
    await refused(
      writeMemo(lead, { id: randomUUID(), contributionId: theirs.contribution.id, text: "A thought" }),
    );
    await refused(listSimilarContributions(lead, theirs.contribution.id));
    await refused(
      suggestThemes(lead, {
        reviewId: theirs.review.id,
        contributionIds: [theirs.contribution.id],
        shown: true,
      }),
    );
    expect(
      (
        await suggestThemes(lead, {
          reviewId: review.id,
          contributionIds: [theirs.contribution.id],
          shown: true,
        })
      ).byContribution,
    ).toEqual({});
    expect(await db().suggestion.count({ where: { contributionId: theirs.contribution.id } })).toBe(0);
    const from = {
      reviewId: review.id,
      title: "A",
      stratifyBy: null,
      size: 1,
      seed: 1,
      blind: true,
      themeIds: [theme.id],
      roundtableIds: [roundtable.id],
      coderIds: [lead.userId, ben.userId],
    };
    await refused(planRound(lead, { ...from, themeIds: [theirs.theme.id] }));
    await refused(planRound(lead, { ...from, roundtableIds: [theirs.roundtable.id] }));
    await refused(planRound(lead, { ...from, coderIds: [lead.userId, theirs.ben.userId] }));
    await refused(planRound(lead, { ...from, reviewId: theirs.review.id }));
    const round = await plan(lead, from);
    await refused(
      judgeContribution(lead, {
        roundId: round.id,
        contributionId: theirs.contribution.id,
        themes: [],
        memo: "",
      }),
    );
    await refused(
      judgeContribution(lead, {
        roundId: round.id,
        contributionId: contribution.id,
        themes: [{ themeId: theirs.theme.id, stance }],
        memo: "",
      }),
    );
    await refused(
      judgeContribution(theirs.lead, {
        roundId: round.id,
        contributionId: theirs.contribution.id,
        themes: [],
        memo: "",
      }),
    );
    await refused(removeCoder(theirs.lead, { roundId: round.id, coderId: randomUUID() }));
    await refused(
      adjudicate(lead, {
        roundId: round.id,
        contributionId: contribution.id,
        themeId: theme.id,
        stances: [],
        reason: "x",
        suggestion: "",
      }),
    );
    const split = {
      revision: 1,
      title: "Two",
      definition: "D",
      includes: "",
      excludes: "",
      signalWords: "",
      restDefinition: "R",
      restIncludes: "",
      restExcludes: "",
      restSignalWords: "",
    };
    await refused(splitTheme(lead, { ...split, id: theirs.theme.id, goes: [], both: [] }));
    const batch = await tagBatch(theirs.ben, {
      reviewId: theirs.review.id,
      id: randomUUID(),
      contributionIds: [theirs.contribution.id],
      expected: contributionsDigest([theirs.contribution.id]),
      themeId: theirs.theme.id,
      stance,
      suggestionsShown: false,
    });
    await refused(undoBatch(lead, { id: batch.id }));
    expect(
      await listCodingContributions(lead, {
        reviewId: review.id,
        roundtableId: theirs.roundtable.id,
        themeId: theirs.theme.id,
      }),
    ).toMatchObject({ contributions: [], total: 0 });
    expect(await listExamples(lead, theirs.theme.id)).toEqual([]);
  });

  test("reviewers, Fellows and strangers get nothing from what server actions and pages call", async () => {
    const { review, contribution, theme, lead } = mine;
    const example = { themeId: theme.id, contributionId: contribution.id, belongs: true };
    await db().themeExample.create({ data: { ...example, reviewId: review.id, byId: lead.userId } });
    const outsiders: Viewer[] = [
      await makeMember(review, "reviewer"),
      await makeMember(review, "fellow"),
      await makeStranger(),
    ];
    for (const viewer of outsiders) {
      await refused(
        suggestThemes(viewer, { reviewId: review.id, contributionIds: [contribution.id], shown: true }),
      );
      await refused(listSimilarContributions(viewer, contribution.id));
      await refused(listCodingContributions(viewer, { reviewId: review.id }));
      await refused(listAcceptance(viewer, review.id));
      await refused(weighTheme(viewer, { id: theme.id, reviewId: review.id }));
      await refused(writeMemo(viewer, { id: randomUUID(), contributionId: contribution.id, text: "x" }));
      await refused(changeTaggings(viewer, { change: "flag", contributionId: contribution.id }));
      await refused(
        addTheme(viewer, {
          reviewId: review.id,
          axis: "theme",
          title: "T",
          definition: "D",
          includes: "",
          excludes: "",
          signalWords: "",
        }),
      );
      expect(await listExamples(viewer, theme.id)).toEqual([]);
    }
  });
});

describe("input that nobody types", () => {
  test("spans that are huge, negative, not integers or reversed are refused", async () => {
    const { lead, contribution, theme } = await makeWorld();
    const said = { change: "set", contributionId: contribution.id, themeId: theme.id, stance: "ask" };
    for (const [spanStart, spanEnd] of [
      [-1, 3],
      [0.5, 3],
      [NaN, 3],
      ["1e99", 3],
      [0, 1e15],
      [3, 3],
      [4, 2],
      [0, Infinity],
      [null, null],
    ]) {
      const parsed = TaggingChange.safeParse({ ...said, spanStart, spanEnd });
      if (parsed.success) await refused(changeTaggings(lead, parsed.data));
    }
    expect(await db().tagging.count({ where: { contributionId: contribution.id } })).toBe(0);
  });

  test("a filter with a character that is not text finds nothing, and causes no fault", async () => {
    const { review, lead } = await makeWorld();
    for (const bad of ["\u0000", "a\u0000b", "\uD800"]) {
      const { words, role } = readCodingAddress({ words: bad, role: bad });
      await expect(listCodingContributions(lead, { reviewId: review.id, words })).resolves.toBeDefined();
      if (role !== undefined)
        await expect(
          listCodingContributions(lead, {
            reviewId: review.id,
            speaker: [{ attribute: "role", value: role }],
          }),
        ).resolves.toBeDefined();
    }
    expect(readCodingAddress(Object.fromEntries([["__proto__", "mine"]])).left).toBeUndefined();
  });

  test("a contribution is judged at once, however often a theme is named", async () => {
    const { review, lead, ben, roundtable, contribution, theme } = await makeWorld();
    const from = { reviewId: review.id, roundtableIds: [roundtable.id], themeIds: [theme.id], size: 1 };
    const round = await plan(lead, { ...from, coderIds: [lead.userId, ben.userId] });
    const themes = Array.from({ length: 2_000 }, () => `${theme.id}:ask`);
    const parsed = JudgeContributionInput.safeParse({
      roundId: round.id,
      contributionId: contribution.id,
      themes,
    });
    expect(parsed.data?.themes).toEqual([{ themeId: theme.id, stance: "ask" }]);
    if (parsed.success) await judgeContribution(lead, parsed.data);
  });

  const incoming = (over: object) => ({ coders: [], codes: [], contributions: [], notes: [], ...over });
  /** As a browser sends it back. */
  const sent = (content: unknown) => unpackPayload(packPayload(content), Incoming);

  test("what the page of a project file sends back is checked like any input", async () => {
    const { review, lead, contribution, theme } = await makeWorld();
    const coders = [{ guid: lead.userId, name: "" }];
    const codes = [
      {
        guid: theme.id,
        slug: "x",
        axis: "theme",
        title: "Theme x",
        definition: "",
        includes: "",
        excludes: "",
        signalWords: "",
        colour: "1",
        parent: null,
      },
    ];
    const bring = async (over: object) =>
      importProject(
        lead,
        ImportProjectInput.parse({ reviewId: review.id, incoming: sent(incoming({ coders, ...over })) }),
      );
    const note = (text: string) => ({
      notes: [{ guid: randomUUID(), contributionId: contribution.id, text, coder: 0, at: null }],
    });
    const coding = (spanStart: number | null, spanEnd: number | null) => ({
      codes,
      contributions: [
        {
          id: contribution.id,
          revision: 1,
          codings: [{ code: 0, coder: 0, stance: "ask", spanStart, spanEnd }],
        },
      ],
    });
    const wrong: Record<string, object> = {
      "a memo of a megabyte": note("x".repeat(1_000_000)),
      "a memo with NUL": note("a\u0000b"),
      "an empty memo": note("  "),
      "a span beyond the contribution": coding(0, 5_000),
      "a span beyond an integer": coding(0, 2 ** 40),
      "a span the wrong way round": coding(9, 3),
      "half a span": coding(3, null),
    };
    const outcomes: Record<string, string> = {};
    for (const [name, over] of Object.entries(wrong))
      outcomes[name] = await bring(over).then(
        () => "stored",
        (error: unknown) =>
          error instanceof Refusal ? "refused" : `broke: ${String(error).slice(0, 60).replace(/\s+/g, " ")}`,
      );
    expect(outcomes).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, "refused"])));
  });

  test("so is what the page of a codebook file sends back", async () => {
    const { review, lead } = await makeWorld();
    const outcomes: Record<string, string> = {};
    for (const slug of ["../../etc", "new", "exchange", "a\u0000b", "x".repeat(100_000)]) {
      const theme = {
        row: 2,
        guid: null,
        slug,
        axis: "theme",
        title: `T${slug.length}${slug.slice(0, 3).replace("\u0000", "")}`,
        definition: "D",
        includes: "",
        excludes: "",
        signalWords: "",
        colour: "1",
        parent: null,
        above: null,
        says: { slug: true, colour: true },
      };
      const themes = unpackPayload(packPayload([theme]), FileTheme.array());
      const fingerprint = fingerprintOf(planCodebook(themes, await readKnownThemes(db(), lead, review.id)));
      outcomes[slug.slice(0, 12)] = await importCodebook(
        lead,
        ImportCodebookInput.parse({ reviewId: review.id, themes, fingerprint }),
      ).then(
        async () => {
          const stored = await db().theme.findMany({
            where: { reviewId: review.id },
            select: { slug: true },
          });
          return stored.some((one) => one.slug === slug) ? "stored under that address" : "refused";
        },
        (error: unknown) => (error instanceof Refusal ? "refused" : "broke"),
      );
    }
    expect(outcomes).toEqual(Object.fromEntries(Object.keys(outcomes).map((slug) => [slug, "refused"])));
  });
});
