import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { calibrationOf, probabilityOf, startingProbability, type Pair } from "./calibrate";

/** Pairs that came true as often as scores would predict that are ten times too confident. */
function pairs(count: number): Pair[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, at) => {
    const odds = 4 * random() - 2;
    const evidence = { learned: 10 * odds, codebook: random(), rivals: 0 };
    return { theme: at % 2, evidence, present: random() < 1 / (1 + Math.exp(-odds)) };
  });
}

describe("calibration", () => {
  it("brings overconfident scores to how often they come true", () => {
    const calibration = calibrationOf(pairs(6000), 2);
    for (const odds of [-1.5, 0, 1.5]) {
      const said = probabilityOf(calibration, 0, { learned: 10 * odds, codebook: 0.5, rivals: 0 });
      expect(Math.abs(said - 1 / (1 + Math.exp(-odds)))).toBeLessThan(0.05);
    }
  });

  it("stays at its prior without labels, and moves little with one pair", () => {
    const evidence = { learned: 0, codebook: 0.5, rivals: 0 };
    const start = startingProbability(2, 0.5);
    expect(probabilityOf(calibrationOf([], 2), 0, evidence)).toBe(start);
    const once = calibrationOf([{ theme: 0, evidence, present: false }], 2);
    expect(probabilityOf(once, 0, evidence)).toBeLessThan(start);
    expect(start - probabilityOf(once, 0, evidence)).toBeLessThan(0.2);
  });

  it("stays finite where scores separate present from absent perfectly", () => {
    const parted = Array.from({ length: 300 }, (_, at): Pair => {
      const present = at % 3 === 0;
      return {
        theme: 0,
        evidence: { learned: present ? 9 : -9, codebook: present ? 1 : 0, rivals: 0 },
        present,
      };
    });
    const calibration = calibrationOf(parted, 1);
    expect([...calibration.factors, ...calibration.shifts].every(Number.isFinite)).toBe(true);
    expect(probabilityOf(calibration, 0, { learned: 9, codebook: 1, rivals: 0 })).toBeGreaterThan(0.9);
  });

  it("expects less of each theme the more of them there are, and more of a contribution that is more similar", () => {
    expect(startingProbability(30, 0.5)).toBeLessThan(startingProbability(10, 0.5));
    expect(startingProbability(10, 0.6)).toBeGreaterThan(startingProbability(10, 0.5));
  });
});
