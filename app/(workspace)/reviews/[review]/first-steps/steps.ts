import type { Role } from "@/lib/access/policy";

/**
 * Where the steps lead: addresses below the review's, null where the demonstration no longer has such a
 * thing.
 */
export type Places = {
  /** A roundtable at which contributions can be logged. */
  open: string | null;
  /** A report out for comment, and a published one. */
  draft: string | null;
  published: string | null;
};

/** Done when one of these audited actions was taken or, for something to read, when it was opened. */
type Done = { by: "doing"; actions: readonly string[] } | { by: "opening" };

export type FirstStep = { key: string; title: string; hint: string; path: string; done: Done };

type Draft = Omit<FirstStep, "path"> & { path: string | null };

const OPENING = { by: "opening" } as const;

const doing = (...actions: string[]) => ({ by: "doing", actions }) as const;

function facilitatorSteps({ open }: Places): Draft[] {
  return [
    {
      key: "log",
      title: "Log what is said",
      hint: "As if you sat in the room. Type @ and choose who is speaking, type what they say, then press Enter.",
      path: open && `roundtables/${open}/capture`,
      done: doing("contribution.record"),
    },
    {
      key: "code",
      title: "Set themes on what was said",
      hint: "Each contribution shows the themes that fit best. Accept one, or choose another.",
      path: open && `coding?roundtable=${open}`,
      done: doing("tagging.set", "tagging.batch"),
    },
    {
      key: "draft",
      title: "Have a summary drafted",
      hint: "Choose a roundtable that is closed. The draft is written from its findings, and every sentence shows its evidence.",
      path: "reports/new",
      done: doing("report.generate"),
    },
  ];
}

function leadSteps({ draft }: Places): Draft[] {
  return [
    {
      key: "figures",
      title: "See what people said, by theme",
      hint: "How many people raised each theme, with the contributions behind every figure.",
      path: "dashboard",
      done: OPENING,
    },
    {
      key: "resolve",
      title: "Answer a Fellow’s comment on a draft",
      hint: "Read the thread alongside the sentence, reply, and resolve it.",
      path: draft && `reports/${draft}/comments`,
      done: doing("comment.reply", "comment.resolve"),
    },
    {
      key: "publish",
      title: "Publish the summary",
      hint: "The checks say what still has to be fixed. Then it can be published and downloaded.",
      path: draft && `reports/${draft}/edit`,
      done: doing("report.publish"),
    },
  ];
}

function reviewerSteps({ published }: Places): Draft[] {
  return [
    {
      key: "figures",
      title: "See what people said, by theme",
      hint: "The figures that the lead has released. Open a theme to read what people said, where they allow it.",
      path: "dashboard",
      done: OPENING,
    },
    {
      key: "themes",
      title: "Read what belongs to each theme",
      hint: "Facilitators sorted what people said using these definitions.",
      path: "themes",
      done: OPENING,
    },
    {
      key: "read",
      title: "Read a published summary",
      hint: "The figure after a sentence says how many people it reports. You can download the summary from Versions.",
      path: published && `reports/${published}`,
      done: OPENING,
    },
  ];
}

function fellowSteps({ draft, published }: Places): Draft[] {
  return [
    {
      key: "draft",
      title: "Read a draft that is out for comment",
      hint: "It says what Fellows said at a roundtable.",
      path: draft && `reports/${draft}`,
      done: OPENING,
    },
    {
      key: "comment",
      title: "Comment on a sentence of a draft",
      hint: "Select the words you mean, then write what should be different.",
      path: draft && `reports/${draft}/comments`,
      done: doing("comment.add", "comment.reply"),
    },
    {
      key: "read",
      title: "Read a published summary",
      hint: "A published summary is a finished draft.",
      path: published && `reports/${published}`,
      done: OPENING,
    },
  ];
}

const STEPS: Record<Role, (places: Places) => Draft[]> = {
  lead: leadSteps,
  facilitator: facilitatorSteps,
  reviewer: reviewerSteps,
  fellow: fellowSteps,
};

/** What a person in that role does first, in order, where the demonstration still has the place for it. */
export function firstSteps(role: Role, places: Places): FirstStep[] {
  return STEPS[role](places).flatMap(({ path, ...step }) => (path === null ? [] : [{ ...step, path }]));
}

/**
 * Those that are not done yet. `opened` holds the keys of steps that were opened, `taken` audited actions.
 */
export function stepsToDo(
  steps: readonly FirstStep[],
  { opened, taken }: { opened: ReadonlySet<string>; taken: ReadonlySet<string> },
): FirstStep[] {
  return steps.filter(({ key, done }) =>
    done.by === "opening" ? !opened.has(key) : !done.actions.some((action) => taken.has(action)),
  );
}
