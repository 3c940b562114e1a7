/**
 * `npm run test:disclosure [-- --reviews 1000 --first 1]`: publishes random reviews as the product does, and attacks what
 * was published. `--reviews 1 --first SEED` runs one again. Fails where a small count follows.
 */
import { parseArgs } from "node:util";
import { addTrial, noTotals, shareInWords, tryReview } from "./trial";

const { values: options } = parseArgs({
  options: { reviews: { type: "string", default: "1000" }, first: { type: "string", default: "1" } },
});
const reviews = Number(options.reviews);
const first = Number(options.first);
const STEP = 10;

const totals = noTotals();
for (let seed = first; seed < first + reviews; seed++) {
  const started = process.cpuUsage();
  const trial = tryReview(seed);
  const { user, system } = process.cpuUsage(started);
  addTrial(totals, trial);
  totals.seconds += (user + system) / 1e6;
  for (const { count, truth, values, insider, proven } of trial.breaches)
    console.log(
      `Seed ${seed}: ${count} is ${truth}, and ${values} ${values === 1 ? "value is" : "values are"} possible` +
        `${insider === null ? "" : ` to a participant (${insider})`}${proven ? "" : "; not proven"}.`,
    );
  const done = seed - first + 1;
  if (done % STEP === 0 || done === reviews) report(done);
}
if (totals.determined + totals.nearlyDetermined > 0) process.exitCode = 1;

function report(done: number) {
  const { usefulness, sentences, targets, determined, nearlyDetermined, byProgramAlone, seconds } = totals;
  console.log(
    [
      `${done} of ${reviews} reviews, ${totals.releases} releases, ${totals.reports} reports of ${sentences} sentences, ${targets} small counts`,
      `determined ${determined}`,
      `fewer than three values ${nearlyDetermined}`,
      `safe by the program alone ${byProgramAlone}`,
      ...Object.entries(usefulness).map(([name, share]) => `${name} ${shareInWords(share)}`),
      `${(seconds / done).toFixed(2)} s a review`,
    ].join("; "),
  );
}
