import { describe, expect, test } from "vitest";
import { fasterThanLength, TIMES_SHORTER } from "@/tests/support/text-work/growth";
import { repeatFinder } from "./erasure-repeats";

const CONTRIBUTION = "My own assessor never read the portfolio that I had spent two whole terms on.";
const MARK = "[…]";

function without(
  sources: string | readonly { text: string; by: string | null }[],
  text: string,
  least?: "long",
) {
  const said = typeof sources === "string" ? [{ text: sources, by: "one" }] : sources;
  return repeatFinder(said)
    .find(text, least)
    .reverse()
    .reduce((left, { start, end }) => left.slice(0, start) + MARK + left.slice(end), text);
}
const found = (sources: Parameters<typeof without>[0], text: string, least?: "long") =>
  without(sources, text, least) !== text;

describe("where a text repeats somebody's words in a row", () => {
  test("four words count, ignoring case and punctuation, and other words stay", () => {
    const text = "They said: “my own assessor never read, the PORTFOLIO” and more.";
    expect(without(CONTRIBUTION, text)).toBe(`They said: “${MARK}” and more.`);
    expect(without(CONTRIBUTION, "Her assessor never read the report")).toBe(`Her ${MARK} report`);
  });

  test("three words do not, nor do words that only hold a sentence together", () => {
    expect(found(CONTRIBUTION, "An assessor never read it")).toBe(false);
    expect(found("It is one of those that they said", "This is one of those that they said nothing of")).toBe(
      false,
    );
    expect(found("Yes, I agree with that", "Yes, I agree with that")).toBe(false);
  });

  test("a short run of words of the field does not count, a long one does", () => {
    const said = "The quality of the teaching in our school is better for the leadership course";
    expect(found(said, "We ask for the quality of the teaching to be checked")).toBe(false);
    expect(found(said, "teaching in our school is better for the leadership")).toBe(true);
  });

  test("what two people said is nobody's, unless it is long", () => {
    const two = [
      { text: "Cover costs us everything we have", by: "one" },
      { text: "Here cover costs us everything too", by: "two" },
    ];
    expect(found(two, "He found that cover costs us everything.")).toBe(false);
    expect(
      found(
        [...two.slice(0, 1), { text: "cover costs us everything", by: null }],
        "So cover costs us everything.",
      ),
    ).toBe(true);
    const heard = repeatFinder([{ text: CONTRIBUTION, by: "one" }]);
    heard.hear("My assessor never read the portfolio either");
    expect(heard.find("an assessor never read the portfolio")).toEqual([]);
    expect(heard.find(CONTRIBUTION)).toHaveLength(1);
  });

  test("only a long run counts where that is asked for", () => {
    expect(found(CONTRIBUTION, "My own assessor never read the portfolio", "long")).toBe(false);
    expect(found(CONTRIBUTION, "My own assessor never read the portfolio that", "long")).toBe(true);
  });

  test("emoji and combining marks do not shift the ranges", () => {
    const text = "👩‍🏫 Cafe\u0301 says cover costs us everything 👍";
    expect(without("Cover costs us everything", text)).toBe(`👩‍🏫 Cafe\u0301 says ${MARK} 👍`);
  });
});

describe("where a text says the same in another order", () => {
  const SAID = "Our wombat mentor cancelled three online sessions before Christmas.";

  test.each([
    ["reordered", "Before Christmas three sessions online the mentor cancelled, our wombat."],
    ["over several sentences", "Christmas. Wombat mentor; sessions, three. Online! Cancelled."],
    ["with one word changed", "Three sessions online, before Easter, were cancelled by the wombat mentor."],
  ])("%s", (_, text) => {
    expect(without(SAID, text)).not.toMatch(/wombat|mentor|cancelled/i);
  });

  test("words of the same subject do not count, nor the same words far apart", () => {
    expect(found(SAID, "Mentors should offer more online sessions.")).toBe(false);
    const apart = "Three of us. ".padEnd(900, "Something entirely unrelated happened elsewhere yesterday. ");
    expect(found(SAID, `wombat ${apart} mentor ${apart} cancelled ${apart} sessions before Christmas`)).toBe(
      false,
    );
  });

  test("a part of a long sentence counts too", () => {
    const long =
      "When the provider moved everything online the tutors cancelled evening seminars without warning and nobody refunded the travel booked months earlier";
    expect(found(long, "Booked travel nobody refunded, months earlier.")).toBe(true);
  });
});

test("the time grows with the length of the text", async () => {
  const { find } = repeatFinder([{ text: CONTRIBUTION, by: "one" }]);
  const took = (text: string, times: number) => {
    const from = performance.now();
    for (let time = 0; time < times; time++) find(text);
    return performance.now() - from;
  };
  for (const part of ["assessor ", "portfolio assessor read terms ", "'a'", "   ", "…"]) {
    const faster = await fasterThanLength(
      () => took(part.repeat(20_000), 1),
      () => took(part.repeat(200), TIMES_SHORTER),
    );
    expect(faster, part).toBeNull();
  }
});
