/**
 * `npm run bench:suggest -- --data FILE --text COLUMN --labels COLUMN [--separator X] [--json FILE]`: how
 * well themes are suggested on contributions that people have labelled: five-fold cross-validation, then the
 * start, from the labels' own words alone. It measures the method on that file, and does not predict another
 * review.
 */
import { writeFileSync } from "node:fs";
import { METHOD } from "@/lib/tag/suggestion/train";
import {
  BadRequest,
  readContributions,
  type Contribution,
  type Contributions,
} from "./suggest-contributions";
import { binsOf, drawn, figuresOf, tryOut, type Figures, type Trial } from "./suggest-trial";

const FOLDS = 5;
const STARTS = [0, 20, 50, 120];
const DRAWS = 5;

function main(args: string[]) {
  const { contributions, themes, passedOver, json } = readContributions(args);
  console.log(
    `${METHOD.method} ${METHOD.version}: ${contributions.length} contributions, ${themes.length} themes`,
  );
  if (passedOver > 0)
    console.log(`${passedOver} contributions without words or without a label were passed over`);
  const cross = crossValidate({ contributions, themes });
  const curve = STARTS.filter((size) => size < contributions.length / 2).map((size) =>
    start({ contributions, themes }, size),
  );
  if (json) writeFileSync(json, `${JSON.stringify({ ...cross, curve }, null, 2)}\n`);
}

type Data = Pick<Contributions, "contributions" | "themes">;

function crossValidate({ contributions, themes }: Data) {
  const order = drawn(contributions, 1);
  const trials = Array.from({ length: FOLDS }, (_, fold) => {
    const part = (inside: boolean) => order.filter((_contribution, at) => (at % FOLDS === fold) === inside);
    return tryOut(themes, part(false), [], part(true));
  });
  const answers = trials.flatMap((trial) => trial.answers);
  const figures = figuresOf(answers);
  const train_s = mean(trials.map((trial) => trial.trainSeconds));
  const per_text_ms = mean(trials.map((trial) => trial.perTextMs));
  console.log(
    `\nCross-validated, ${FOLDS} folds; the contribution below is the most frequent theme for every contribution`,
  );
  console.log(`  suggested      ${show(figures)}`);
  console.log(`  most frequent  ${show(figuresOf(trials.flatMap((trial) => trial.dull)), false)}`);
  console.log(
    `  training ${train_s.toFixed(2)} s on ${Math.round((contributions.length * (FOLDS - 1)) / FOLDS)} contributions`,
  );
  console.log(`  suggesting ${per_text_ms.toFixed(3)} ms a text`);
  console.log("\nProbability said, and how often it was so");
  for (const { from, count, meanSaid, shareTrue } of binsOf(answers)) {
    const pairs = String(count).padStart(7);
    console.log(
      `  from ${from.toFixed(1)}  said ${meanSaid.toFixed(3)}  so ${shareTrue.toFixed(3)} ${pairs} pairs`,
    );
  }
  return { ...figures, train_s, per_text_ms };
}

/**
 * This many tagged contributions, drawn several times, with the rest of four fifths untagged, tested on the
 * last fifth.
 */
function start({ contributions, themes }: Data, size: number) {
  const trials = Array.from({ length: DRAWS }, (_, draw): Trial => {
    const order: Contribution[] = drawn(contributions, 100 + draw);
    const cut = Math.floor(order.length * 0.8);
    return tryOut(themes, order.slice(0, size), order.slice(size, cut), order.slice(cut));
  });
  const each = trials.map((trial) => figuresOf(trial.answers));
  const dull = trials.map((trial) => figuresOf(trial.dull));
  const figures = meanFigures(each);
  const spread = Object.fromEntries(KEYS.map((key) => [key, deviation(each.map((one) => one[key]))]));
  if (size === 0) console.log(`\nThe start, means of ${DRAWS} draws (± one standard deviation)`);
  const lrap = `±${deviation(each.map((one) => one.lrap)).toFixed(3)}`;
  const micro = `±${deviation(each.map((one) => one.micro_f1)).toFixed(3)}`;
  console.log(`  ${String(size).padStart(3)} tagged     ${show(figures)}  (micro ${micro}, ranking ${lrap})`);
  console.log(`  most frequent  ${show(meanFigures(dull), false)}`);
  return { tagged: size, ...figures, spread, most_frequent: meanFigures(dull) };
}

const KEYS = ["micro_f1", "macro_f1", "lrap", "ece"] as const;

function meanFigures(all: Figures[]): Figures {
  const of = (key: keyof Figures) => mean(all.map((figures) => figures[key]));
  return { micro_f1: of("micro_f1"), macro_f1: of("macro_f1"), lrap: of("lrap"), ece: of("ece") };
}

function show({ micro_f1, macro_f1, lrap, ece }: Figures, calibrated = true): string {
  const figures = `micro-F1 ${micro_f1.toFixed(3)}  macro-F1 ${macro_f1.toFixed(3)}  ranking ${lrap.toFixed(3)}`;
  return calibrated ? `${figures}  calibration error ${ece.toFixed(4)}` : figures;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadRequest)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
