// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { indent, showElapsed } from "../../lib/platform/launch/report.mjs";
import { isStopping, stopOnSignals, undoneOnStop } from "../../lib/platform/launch/stopping.mjs";
import { countsLine, sumCounts } from "./counts.mjs";
import { sets, steps } from "./steps.mjs";

/** @typedef {import("./steps.mjs").Step} Step */
/** @typedef {import("./steps.mjs").StepResult & { name: string, ms: number }} Outcome */

/**
 * Runs the named steps or sets of steps with what they need, or everything; goes on after a failure with whatever does not
 * depend on it; and ends with a table and the counts. Exits with 1 if anything failed.
 * @param {string[]} named
 */
export async function runTests(named) {
  const names = (named.length > 0 ? named : ["everything"]).flatMap(stepsOf);
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown) {
    console.error(
      `There is no step "${unknown}". There are: ${[...Object.keys(sets), ...steps.map(({ name }) => name)].join(", ")}.`,
    );
    process.exit(1);
  }
  stopOnSignals(130);
  const runFolder = mkdtempSync(path.join(tmpdir(), "npq-review-tests-"));
  const removeRunFolder = undoneOnStop(() => rmSync(runFolder, { recursive: true, force: true }));

  /** @type {Outcome[]} */
  const outcomes = [];
  for (const together of grouped(chosen(names))) {
    await inPairs(together, async (step) => void outcomes.push(await runStep(step, outcomes, runFolder)));
    if (isStopping()) return;
  }
  await removeRunFolder();
  outcomes.sort((a, b) => placeOf(a) - placeOf(b));

  console.log(`\n${outcomes.map(tableRow).join("\n")}\n`);
  const total = sumCounts(outcomes);
  console.log(countsLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Steps that may run alongside each other, where they follow one another; every other one by itself. @param {Step[]} chosen */
function grouped(chosen) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (last && step.alongside && last[0]?.alongside === step.alongside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Two at a time, begun in their order. @param {Step[]} all @param {(step: Step) => Promise<void>} run */
async function inPairs(all, run) {
  const waiting = [...all];
  const next = async () => {
    for (let step = waiting.shift(); step && !isStopping(); step = waiting.shift()) await run(step);
  };
  await Promise.all([next(), next()]);
}

/** @param {Outcome} outcome */
function placeOf({ name }) {
  return steps.findIndex((step) => step.name === name);
}

/** The steps that a name stands for. @param {string} name @returns {string[]} */
function stepsOf(name) {
  return name in sets ? sets[/** @type {keyof typeof sets} */ (name)] : [name];
}

/** The named steps and those they need, in the order of the list. @param {string[]} names */
function chosen(names) {
  const wanted = new Set(names);
  for (const { name, needs } of steps.toReversed()) {
    if (wanted.has(name)) for (const need of needs) wanted.add(need);
  }
  return steps.filter(({ name }) => wanted.has(name));
}

/**
 * @param {Step} step
 * @param {Outcome[]} before
 * @param {string} runFolder
 * @returns {Promise<Outcome>}
 */
async function runStep({ name, needs, run, advice, alongside }, before, runFolder) {
  const heading = `\n== ${name}`;
  if (!alongside) console.log(heading);
  const lacking = before.find((outcome) => needs.includes(outcome.name) && outcome.passed === 0);
  if (lacking) {
    if (alongside) console.log(heading);
    const note = `left out, since ${lacking.name} is not done`;
    console.log(`   ${note}`);
    return { name, ms: 0, passed: 0, failed: 0, skipped: 1, note };
  }
  const began = Date.now();
  const result = await run(runFolder).catch(asFailure);
  const outcome = { ...result, name, ms: Date.now() - began };
  if (isStopping()) return outcome;
  if (alongside) console.log(heading);
  if (result.failed > 0) {
    if (result.output) console.log(indent(result.output));
    console.log(`   What to do: ${advice}`);
  }
  console.log(
    `   ${verdict(outcome)} in ${showElapsed(outcome.ms)}${result.note ? ` (${result.note})` : ""}`,
  );
  return outcome;
}

/**
 * A step that throws has failed, and the ones after it still run.
 * @param {unknown} error
 * @returns {import("./steps.mjs").StepResult}
 */
function asFailure(error) {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** @param {Outcome} outcome */
function verdict({ passed, failed }) {
  if (failed > 0) return "failed";
  return passed > 0 ? "passed" : "skipped";
}

/** @param {Outcome} outcome */
function tableRow(outcome) {
  const { name, ms, note } = outcome;
  const cells = [name.padEnd(14), verdict(outcome).padEnd(8), showElapsed(ms).padStart(12)];
  return [...cells, ` ${countsLine(outcome)}${note ? ` (${note})` : ""}`].join("  ");
}
