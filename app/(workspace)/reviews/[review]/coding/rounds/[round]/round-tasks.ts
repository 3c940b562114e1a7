import { countOf } from "@/lib/platform/text/count-words";
import type { Round, RoundCoder } from "@/lib/tag/rounds/queries/rounds";

type Task = { title: string; status: string; href?: string; hint?: string };
type Facts = { mine: RoundCoder | null; here: string; differences: number; undecided: number };

/** The tasks of a round in order: one's own coding, the figures, the differences. */
export function roundTasks(round: Round, facts: Facts): Task[] {
  return [...codingTasks(round, facts), agreementTask(round, facts), differenceTask(round, facts)];
}

function codingTasks({ state, contributions, lost }: Round, { mine, here }: Facts): Task[] {
  if (!mine) return [];
  const title = "Code your contributions";
  const hint =
    lost > 0 ? `${countOf(lost, "contribution")} left out: struck out or removed since` : undefined;
  const base = { title, ...(hint ? { hint } : {}) };
  if (mine.finishedAt) return [{ ...base, status: "Finished" }];
  if (state !== "open") return [{ ...base, status: "Not finished" }];
  const coding = { ...base, href: `${here}/code`, status: `${mine.read} of ${contributions} read` };
  return [
    coding,
    {
      title: "Finish your part",
      href: `${here}/finish`,
      status:
        mine.read < contributions ? `${countOf(contributions - mine.read, "contribution")} unread` : "Ready",
    },
  ];
}

function agreementTask({ state, codedAt }: Round, { here }: Facts): Task {
  const title = "See how well the coders agree";
  if (codedAt) return { title, href: `${here}/agreement`, status: "Ready" };
  return { title, status: notCoded(state) };
}

function differenceTask({ state, codedAt }: Round, { here, differences, undecided }: Facts): Task {
  const title = "Decide where they differ";
  if (!codedAt) return { title, status: notCoded(state) };
  if (differences === 0) return { title, status: "They agree on everything" };
  if (state === "abandoned") return { title, status: "Abandoned" };
  const status =
    undecided === 0 ? `All ${differences} decided` : `${differences - undecided} of ${differences} decided`;
  return { title, href: `${here}/adjudicate`, status };
}

const notCoded = (state: Round["state"]) =>
  state === "abandoned" ? "Needs every coder to finish" : "Once every coder has finished";
