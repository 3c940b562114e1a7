import { randomUUID } from "node:crypto";
import { formFields } from "../support/form";
import {
  countContributions,
  ELSEWHERE,
  filledForm,
  htmlOf,
  contributionForm,
  planOf,
  send,
  slugOf,
  startRoundtable,
} from "./support/elsewhere";
import { expect, prepared, test } from "./test";

/** The review that is attacked, from a form of the other one. */
const NPQ = "/reviews/npq";

type Theirs = { review: string; roundtable: string; contribution: string; participant: string };
type Attack = {
  what: string;
  problem: string;
  form: (theirs: Theirs) => Promise<{ address: string; form: FormData }>;
};

// One roundtable for all of them: run each by itself, each would begin with a roundtable of its own.
test.describe.configure({ mode: "default" });
let roundtable = "";
let theirs: Theirs;
let mine = "";

test.beforeAll(async () => {
  const { subjects } = prepared();
  const hidden = async (address: string, having: string, name: string) => {
    const value = formFields(await htmlOf("lead", `${NPQ}${address}`), having).get(name);
    return typeof value === "string" ? value : "";
  };
  theirs = {
    review: await hidden("/roundtables/new", "title", "reviewId"),
    roundtable: await hidden(
      `/roundtables/${subjects.roundtable ?? ""}/capture?form=plain`,
      "text",
      "roundtableId",
    ),
    contribution: subjects.contribution ?? "",
    participant: subjects.participant ?? "",
  };
  roundtable = await startRoundtable();
  mine = randomUUID();
  const own = await contributionForm(roundtable, { id: mine, text: "My own contribution." });
  expect((await send(`${roundtable}/capture?form=plain`, own)).accepted).toBe(true);
});

const ATTACKS: Attack[] = [
  {
    what: "a contribution logged into their roundtable",
    problem: "This roundtable does not exist, or you do not have access to it.",
    form: async (ids) => ({
      address: `${roundtable}/capture?form=plain`,
      form: await contributionForm(roundtable, { text: "From outside.", roundtableId: ids.roundtable }),
    }),
  },
  {
    what: "a contribution put down to their participant",
    problem: "Choose somebody at this roundtable.",
    form: async (ids) => ({
      address: `${roundtable}/capture?form=plain`,
      form: await contributionForm(roundtable, {
        text: "From outside.",
        source: `identified:${ids.participant}`,
      }),
    }),
  },
  {
    what: "an edit of their contribution",
    problem: "This contribution does not exist, or you do not have access to it.",
    form: async (ids) => {
      const address = `${ELSEWHERE}/contributions/${mine}/edit`;
      const words = { source: "group", text: "Words put over theirs." };
      return { address, form: await filledForm(address, "text", { ...words, id: ids.contribution }) };
    },
  },
  {
    what: "a roundtable planned in their review",
    problem: "This review does not exist, or you do not have access to it.",
    form: async (ids) => {
      const address = `${ELSEWHERE}/roundtables/new`;
      const plan = planOf("Planned from outside");
      return { address, form: await filledForm(address, "title", { ...plan, reviewId: ids.review }) };
    },
  },
  {
    what: "a file imported into their roundtable",
    problem: "This roundtable does not exist, or you do not have access to it.",
    form: (ids) => {
      const form = new FormData();
      form.set("file", new File(["text\nFrom outside.\n"], "outside.csv", { type: "text/csv" }));
      return Promise.resolve({ address: `/api/import?roundtable=${ids.roundtable}`, form });
    },
  },
];

/** All that an attack could have changed. */
async function state() {
  const edit = await htmlOf("lead", `${NPQ}/contributions/${theirs.contribution}/edit`);
  const planned = await htmlOf("lead", `${NPQ}/roundtables`);
  return {
    mine: await countContributions("elsewhere", ELSEWHERE, slugOf(roundtable)),
    theirs: await countContributions("lead", NPQ),
    words: /<textarea[^>]*>([^<]+)/.exec(edit)?.[1],
    planned: planned.includes("Planned from outside"),
  };
}

for (const { what, problem, form } of ATTACKS)
  test(`by an id of another review: ${what} is refused as if it did not exist`, async () => {
    const before = await state();
    expect(before.words).toBeTruthy();
    const none = { ...theirs };
    for (const key of ["review", "roundtable", "contribution", "participant"] as const)
      none[key] = randomUUID();
    for (const ids of [theirs, none]) {
      const sent = await form(ids);
      const { accepted, html } = await send(sent.address, sent.form);
      expect(accepted).toBe(false);
      expect(html).toContain(problem);
    }
    expect(await state()).toEqual(before);
  });
