import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { db } from "@/lib/platform/db";
import { saltedDigest, sha256 } from "@/lib/platform/digest";
import { blockOf } from "@/lib/report/draft/block";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTheme,
  type TestReview,
} from "./worlds/factories";

/** Where somebody types: a review, and whoever does. */
export type Desk = { review: TestReview; lead: Viewer };

/** Types a text into a column, in a row of its own; returns the id of what the text then belongs to. */
type Typing = (desk: Desk, text: string) => Promise<string>;

let counter = 0;
const next = () => ++counter;
const slugged = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const changed =
  (
    make: (desk: Desk) => Promise<{ id: string }>,
    change: (id: string, text: string) => Promise<unknown>,
  ): Typing =>
  async (desk, text) => {
    const { id } = await make(desk);
    await change(id, text);
    return id;
  };

/** The desk's own review has one title and one slug: whatever is typed after that is another review's. */
async function typeInReview({ review }: Desk, field: "title" | "slug", text: string) {
  const there = await db().review.findUniqueOrThrow({ where: { id: review.id } });
  const isFree = there[field].toLowerCase().startsWith("review");
  const id = isFree ? review.id : (await makeReview()).id;
  await db().review.update({ where: { id }, data: { [field]: text } });
  return id;
}

const roundtable = ({ review }: Desk) => makeRoundtable(review);
const inRoundtable = (data: (text: string) => object) =>
  changed(roundtable, (id, text) => db().roundtable.update({ where: { id }, data: data(text) }));

const theme = ({ review }: Desk) => makeTheme(review);
const inTheme = (data: (text: string) => object) =>
  changed(theme, (id, text) => db().theme.update({ where: { id }, data: data(text) }));
const inThemeBefore = (field: "title" | "definition" | "includes" | "excludes" | "signalWords") =>
  changed(theme, (themeId, text) => {
    const texts = { title: "", definition: "", includes: "", excludes: "", signalWords: "", [field]: text };
    return db().themeRevision.create({ data: { themeId, revision: 9, endedById: randomUUID(), ...texts } });
  });

/** Something that a facilitator noted: nobody's own words. */
const note = async (desk: Desk, text = "Something noted") =>
  makeContribution(await roundtable(desk), { text, source: "note", cleared: false });
const ofNote =
  (create: (desk: Desk, contributionId: string, text: string) => Promise<unknown>): Typing =>
  async (desk, text) => {
    const { id } = await note(desk);
    await create(desk, id, text);
    return id;
  };
const amended =
  (field: "text" | "reason"): Typing =>
  async ({ review, lead }, text) => {
    const contribution = await note({ review, lead });
    const other = { text: "As it was", reason: "Misheard", [field]: text };
    const row = {
      reviewId: review.id,
      contributionId: contribution.id,
      byId: lead.userId,
      ...saltedDigest("x"),
    };
    return (await db().amendment.create({ data: { ...row, ...other } })).id;
  };

const imported =
  (data: (text: string) => object): Typing =>
  async (desk, text) => {
    const { id: roundtableId } = await roundtable(desk);
    const row = { roundtableId, fileName: "talk.csv", mapping: {}, rows: 1, createdById: desk.lead.userId };
    const made = await db().import.create({
      data: { ...row, fileDigest: sha256(randomUUID()), state: "visible", ...data(text) },
    });
    return made.id;
  };

const memo = async ({ review, lead }: Desk, text = "A memo") => {
  const { id: contributionId } = await note({ review, lead });
  const row = { id: randomUUID(), reviewId: review.id, contributionId, byId: lead.userId };
  return db().memo.create({ data: { ...row, text } });
};
const codingRound = ({ review, lead }: Desk, title = "A round") =>
  db().codingRound.create({
    data: { reviewId: review.id, number: next(), title, seed: 1, sampling: {}, createdById: lead.userId },
  });

const finding = async ({ review }: Desk, text = "A finding") =>
  makeFinding(await makeTheme(review), [], { text });

const revisionOf = async (findingId: string) => {
  const { stance, themeId } = await db().finding.findUniqueOrThrow({ where: { id: findingId } });
  return { findingId, revision: 9, stance, themeId, endedById: randomUUID() };
};

const savedView = ({ review, lead }: Desk, name = `View ${next()}`) =>
  db().savedView.create({
    data: {
      id: randomUUID(),
      reviewId: review.id,
      name,
      shows: { first: { lists: {}, on: null }, second: null },
      createdById: lead.userId,
    },
  });

const summary = async ({ review, lead }: Desk, text = "A summary") =>
  db().matrixSummary.create({
    data: {
      reviewId: review.id,
      roundtableId: (await makeRoundtable(review)).id,
      themeId: (await makeTheme(review)).id,
      text,
      basis: [],
      writtenById: lead.userId,
    },
  });

const release = ({ review, lead }: Desk) =>
  db().release.create({
    data: {
      reviewId: review.id,
      number: next(),
      threshold: 5,
      breakdowns: [],
      checked: {},
      createdById: lead.userId,
    },
  });

const releasedFinding = async (desk: Desk, words: { text: string; counterView: string }) => {
  const { id: releaseId } = await release(desk);
  const { id: findingId, themeId } = await finding(desk);
  const figures = { supports: {}, contradicts: {} };
  const row = { releaseId, findingId, themeId, position: 0, stance: "ask" as const, ...figures, ...words };
  await db().releaseFinding.create({ data: row });
  return releaseId;
};

const report = ({ review, lead }: Desk, over: { title?: string; slug?: string } = {}) =>
  db().report.create({
    data: {
      reviewId: review.id,
      slug: `report-${next()}`,
      title: "A report",
      createdById: lead.userId,
      ...over,
    },
  });
const paragraph = (text: string) => blockOf("paragraph", [{ text, marks: [] }]);
const block = async (desk: Desk, text = "A paragraph") =>
  db().block.create({
    data: {
      reportId: (await report(desk)).id,
      section: "strengths",
      type: "paragraph",
      position: 1,
      content: paragraph(text),
    },
  });
const version = (reportId: string, { lead }: Desk, name = "") =>
  db().version.create({
    data: { reportId, number: 1, name, hash: sha256("x"), createdById: lead.userId },
  });

const comment = async (desk: Desk, over: object = {}) => {
  const { id: blockId, reportId } = await block(desk);
  const { id: versionId } = await version(reportId, desk);
  const by = { authorId: desk.lead.userId, role: "lead", body: "A comment" } as const;
  return db().comment.create({ data: { id: randomUUID(), reportId, blockId, versionId, ...by, ...over } });
};

/** For every column that people type into. A test compares them with what the stages declare. */
export const TYPING: Record<string, Typing> = {
  "review.title": (desk, text) => typeInReview(desk, "title", text),
  "review.slug": (desk, text) => typeInReview(desk, "slug", `${slugged(text)}-${next()}`),
  "roundtable.title": inRoundtable((title) => ({ title })),
  "roundtable.slug": inRoundtable((text) => ({ slug: slugged(text) })),
  "roundtable.place": inRoundtable((place) => ({ place })),
  "roundtable.host": inRoundtable((host) => ({ host })),
  "breakout_table.name": async (desk, name) => {
    const { id: roundtableId } = await roundtable(desk);
    return (await db().breakoutTable.create({ data: { roundtableId, position: 1, name } })).id;
  },
  "question.text": async (desk, text) => {
    const { id: roundtableId } = await roundtable(desk);
    return (await db().question.create({ data: { roundtableId, position: 9, text } })).id;
  },
  "go_round.text": async (desk, text) => {
    const { id: roundtableId } = await roundtable(desk);
    const row = { id: randomUUID(), roundtableId, byId: desk.lead.userId, startedAt: new Date() };
    return (await db().goRound.create({ data: { ...row, text } })).id;
  },
  "participant.seat": async ({ review, lead }, seat) => {
    const participant = await makeParticipant(review, await roundtable({ review, lead }));
    await db().participant.update({ where: { id: participant.id }, data: { seat } });
    return participant.id;
  },
  "permission_wording.text": async ({ review, lead }, text) => {
    const row = { reviewId: review.id, version: 100 + next(), byId: lead.userId };
    return (await db().permissionWording.create({ data: { ...row, text } })).id;
  },
  "contribution.text": async (desk, text) => (await note(desk, text)).id,
  "contribution_revision.text": ofNote(({ lead }, contributionId, text) =>
    db().contributionRevision.create({
      data: {
        contributionId,
        revision: 9,
        source: "note",
        wording: "gist",
        text,
        endedById: lead.userId,
        ...saltedDigest(text),
      },
    }),
  ),
  "clearance.text": ofNote(({ lead }, contributionId, text) =>
    db().clearance.create({ data: { contributionId, revision: 1, masks: [], text, byId: lead.userId } }),
  ),
  "late_entry.payload": async (desk, text) => {
    const { id: roundtableId } = await roundtable(desk);
    const row = { id: randomUUID(), reviewId: desk.review.id, roundtableId, sentById: desk.lead.userId };
    return (await db().lateEntry.create({ data: { ...row, kind: "contribution", payload: { text } } })).id;
  },
  "sent_themes.problem": ofNote((_, contributionId, problem) =>
    db().sentThemes.create({ data: { id: randomUUID(), contributionId, problem } }),
  ),
  "amendment.text": amended("text"),
  "amendment.reason": amended("reason"),
  "import.file_name": imported((fileName) => ({ fileName })),
  "import.mapping": imported((text) => ({ mapping: { header: ["Line", text] } })),
  "import.reading": imported((text) => ({ reading: { beginning: [{ line: 1, cells: [text] }] } })),
  "import.speakers": imported((name) => ({ speakers: { list: [{ name, contributions: 1, as: "out" }] } })),
  "import.problems": imported((reason) => ({ problems: [{ line: 1, reason }] })),
  "import_shape.mapping": async ({ review, lead }, text) => {
    const row = { reviewId: review.id, shape: sha256(randomUUID()), byId: lead.userId };
    await db().importShape.create({ data: { ...row, mapping: { header: [text] } } });
    return review.id;
  },
  "hold.reason": async ({ review, lead }, reason) => {
    const row = { reviewId: review.id, from: new Date(0), until: new Date(), byId: lead.userId };
    return (await db().hold.create({ data: { ...row, reason } })).id;
  },
  "erasure_request.reason": async ({ review, lead }, reason) => {
    const { personId } = await makeParticipant(review, await roundtable({ review, lead }));
    const row = { reviewId: review.id, personId, byId: lead.userId, decidedAt: new Date(), erased: false };
    return (await db().erasureRequest.create({ data: { ...row, reason } })).id;
  },
  "job.payload": async (_, text) =>
    (await db().job.create({ data: { kind: "waiting", payload: { contributions: [{ text }] } } })).id,
  "theme.title": inTheme((title) => ({ title })),
  "theme.slug": inTheme((text) => ({ slug: slugged(text) })),
  "theme.definition": inTheme((definition) => ({ definition })),
  "theme.includes": inTheme((includes) => ({ includes })),
  "theme.excludes": inTheme((excludes) => ({ excludes })),
  "theme.signal_words": inTheme((signalWords) => ({ signalWords })),
  "theme_revision.title": inThemeBefore("title"),
  "theme_revision.definition": inThemeBefore("definition"),
  "theme_revision.includes": inThemeBefore("includes"),
  "theme_revision.excludes": inThemeBefore("excludes"),
  "theme_revision.signal_words": inThemeBefore("signalWords"),
  "memo.text": async (desk, text) => (await memo(desk, text)).id,
  "memo_revision.text": changed(memo, (memoId, text) =>
    db().memoRevision.create({ data: { memoId, revision: 9, text } }),
  ),
  "adjudication.reason": async (desk, reason) => {
    const { id: reviewId } = desk.review;
    const row = {
      reviewId,
      codingRoundId: (await codingRound(desk)).id,
      contributionId: (await note(desk)).id,
      themeId: (await makeTheme(desk.review)).id,
      byId: desk.lead.userId,
    };
    return (await db().adjudication.create({ data: { ...row, stances: ["ask"], reason } })).id;
  },
  "coding_round.title": async (desk, title) => (await codingRound(desk, title)).id,
  "finding.text": async (desk, text) => (await finding(desk, text)).id,
  "finding_revision.text": changed(finding, async (findingId, text) => {
    await db().findingRevision.create({ data: { ...(await revisionOf(findingId)), text } });
  }),
  "finding_revision.counter_view": changed(finding, async (findingId, counterView) => {
    const row = await revisionOf(findingId);
    await db().findingRevision.create({ data: { ...row, text: "It is so.", counterView } });
  }),
  "finding_revision.note": changed(finding, async (findingId, note) => {
    const row = await revisionOf(findingId);
    await db().findingRevision.create({ data: { ...row, text: "It is so.", note } });
  }),
  "finding.counter_view": changed(finding, (id, counterView) =>
    db().finding.update({ where: { id }, data: { counterView } }),
  ),
  "finding.note": changed(finding, (id, note) => db().finding.update({ where: { id }, data: { note } })),
  "finding_confidence.reason": changed(finding, async (findingId, reason) => {
    const { reviewId, createdById } = await db().finding.findUniqueOrThrow({ where: { id: findingId } });
    await db().findingConfidence.create({
      data: { reviewId, findingId, level: "low", reason, byId: createdById },
    });
  }),
  "saved_view.name": async (desk, name) => (await savedView(desk, name)).id,
  "saved_view_revision.name": changed(savedView, (savedViewId, name) =>
    db().savedViewRevision.create({ data: { savedViewId, revision: 9, name, endedById: randomUUID() } }),
  ),
  "matrix_summary.text": async (desk, text) => (await summary(desk, text)).id,
  "matrix_summary_revision.text": changed(summary, async (summaryId, text) => {
    const { writtenById: endedById } = await db().matrixSummary.findUniqueOrThrow({
      where: { id: summaryId },
    });
    await db().matrixSummaryRevision.create({
      data: { summaryId, revision: 9, text, basis: [], endedById },
    });
  }),
  "release_table.figures": async (desk, title) => {
    const { id } = await release(desk);
    await db().releaseTable.create({ data: { releaseId: id, figures: { themes: [{ title }] } } });
    return id;
  },
  "release_finding.text": (desk, text) => releasedFinding(desk, { text, counterView: "" }),
  "release_finding.counter_view": (desk, counterView) =>
    releasedFinding(desk, { text: "It is so.", counterView }),
  "report.title": async (desk, title) => (await report(desk, { title })).id,
  "report.slug": async (desk, text) => (await report(desk, { slug: slugged(text) })).id,
  "block.content": async (desk, text) => (await block(desk, text)).id,
  "block_revision.content": changed(block, (blockId, text) =>
    db().blockRevision.create({
      data: { blockId, revision: 9, content: paragraph(text), endedById: randomUUID(), ...saltedDigest("x") },
    }),
  ),
  "composed_block.content": changed(block, async (blockId, text) => {
    const { reportId } = await db().block.findUniqueOrThrow({ where: { id: blockId } });
    const row = { blockId, reportId, position: 1, section: "strengths", evidence: {} } as const;
    await db().composedBlock.create({ data: { ...row, content: paragraph(text) } });
  }),
  "review.house_style": async ({ review }, word) => {
    const { houseStyle } = await db().review.findUniqueOrThrow({ where: { id: review.id } });
    const id = JSON.stringify(houseStyle) === "{}" ? review.id : (await makeReview()).id;
    await db().review.update({ where: { id }, data: { houseStyle: { avoid: [{ word, instead: "" }] } } });
    return id;
  },
  "waiver.reason": async (desk, reason) => {
    const { id: blockId, reportId } = await block(desk);
    const row = { reportId, blockId, revision: 1, check: "framing", reason, byId: desk.lead.userId };
    return (await db().waiver.create({ data: row })).id;
  },
  "version_block.figures": async (desk, text) => {
    const { id: blockId, reportId } = await block(desk);
    const { id: versionId } = await version(reportId, desk);
    const figures = { columns: [], rows: [{ name: text, cells: [] }] };
    const content = paragraph("A table");
    const row = { versionId, blockId, position: 1, section: "themes", type: "figure", content } as const;
    await db().versionBlock.create({ data: { ...row, figures, ...saltedDigest(canonicalJson(content)) } });
    return blockId;
  },
  "version.note": async (desk, text) => (await version((await report(desk)).id, desk, text)).id,
  "version.notice": async (desk, text) => {
    const { id } = await version((await report(desk)).id, desk);
    const now = new Date();
    const withdrawn = { publishedAt: now, withdrawnAt: now, withdrawnById: desk.lead.userId, notice: text };
    await db().version.update({ where: { id }, data: withdrawn });
    return id;
  },
  "version_block.content": async (desk, text) => {
    const { id: blockId, reportId } = await block(desk);
    const { id: versionId } = await version(reportId, desk);
    const content = paragraph(text);
    const row = {
      versionId,
      blockId,
      position: 1,
      section: "strengths",
      type: "paragraph",
      content,
    } as const;
    await db().versionBlock.create({ data: { ...row, ...saltedDigest(canonicalJson(content)) } });
    return blockId;
  },
  "comment.body": async (desk, body) => (await comment(desk, { body })).id,
  "comment.anchor_quote": async (desk, anchorQuote) =>
    (await comment(desk, { anchorQuote, anchorStart: 0, anchorEnd: 3 })).id,
  "comment_revision.body": changed(comment, (commentId, body) =>
    db().commentRevision.create({ data: { commentId, revision: 9, body } }),
  ),
};
