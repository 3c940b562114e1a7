import { test } from "vitest";
import { seededRandom } from "@/lib/tag/random";
import { roundAgreement } from "./round-agreement";
test("time", () => {
  const random = seededRandom(3);
  const themes = Array.from({ length: 11 }, (_, i) => `t${i}`);
  const reading = (base: Set<string>) => new Set([...themes.filter((t) => (base.has(t) ? random() < 0.85 : random() < 0.02))]);
  for (const n of [500, 2000, 5000]) {
    const lines = Array.from({ length: n }, (_, i) => { const base = new Set(themes.filter(() => random() < 0.12)); return { speaker: random() < 0.5 ? null : `s${i % 600}`, weight: 1 + random(), readings: [reading(base), reading(base), reading(base)] }; });
    const t = performance.now();
    const f = roundAgreement({ themes, lines }, { seed: 1 });
    console.log("7", n, Math.round(performance.now() - t), "ms", JSON.stringify(f.overall.masi));
  }
});
