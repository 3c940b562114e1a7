import { expect, test } from "vitest";
import { countedWords, presentWords, recordWords, severalWords } from "./counted-words";

const ALL = { contributions: 244, counted: 204, unidentified: 0, group: 0, host: 0, note: 0 };

test("says in a sentence why figures count fewer contributions than there are", () => {
  expect(countedWords({ ...ALL, unidentified: 1, group: 12, host: 20, note: 7 })).toBe(
    "204 of 244 contributions count in the figures: 1 has no known speaker, 12 are from the group, 20 are hosts’ or officials’ and 7 are facilitators’ notes.",
  );
  expect(countedWords({ ...ALL, host: 39 })).toMatch(
    /: 39 are hosts’ or officials’ and 1 is from somebody not/,
  );
  expect(countedWords({ ...ALL, note: 40 })).toMatch(/figures: 40 are facilitators’ notes\.$/);
});

test("says nothing where the numbers agree", () => {
  expect(countedWords({ ...ALL, contributions: 204 })).toBeNull();
  expect(severalWords({ attendances: 28, people: 28 })).toBeNull();
  expect(presentWords({ present: 3, registered: 4, hosts: 0 })).toBe("3 of 4 participants present");
});

test("says why people do not add up", () => {
  expect(severalWords({ attendances: 32, people: 28 })).toBe(
    "28 people took part in all. The roundtables so far add up to 32, because some people came to more than one.",
  );
  expect(presentWords({ present: 18, registered: 20, hosts: 1 })).toBe(
    "18 of 20 participants present. 1 host or official is not counted.",
  );
});

test("a closed record says which of its contributions its page does not count", () => {
  const none = { struck: 0, erased: 0, late: 0 };
  expect(recordWords({ contributions: 1, ...none })).toBe("1 contribution");
  expect(recordWords({ contributions: 12, ...none, struck: 1 })).toBe(
    "12 contributions, 1 of them struck out",
  );
  expect(recordWords({ contributions: 1200, struck: 2, erased: 1, late: 1 })).toBe(
    "1,200 contributions, 2 of them struck out, 1 of them with the words removed, and 1 late contribution kept alongside it",
  );
});
