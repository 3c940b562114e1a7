import { expect, test } from "vitest";
import { guessFields } from "./columns";

test("the column of dates and times is found whatever its heading, but not where one is headed by time", () => {
  const rows = [["12.05.2025 09:00:01", "The coaching helped me most of all"]];
  expect(guessFields(["Zeitstempel", "Was war gut?"], rows)).toEqual(["time", "text"]);
  expect(guessFields(["Created", "Time"], [["2025-05-12 09:00", "10:02"]])).toEqual([null, "time"]);
  expect(guessFields(["Zeitstempel", "Was war gut?"], rows, () => false)).toEqual([null, "text"]);
});

test("the only column holds the words, however short", () => {
  expect(guessFields(["Remarks"], [["Yes"]])).toEqual(["text"]);
});

test("columns of comments hold words beside those headed by questions", () => {
  const cells = ["1", "The coaching helped me most of all", "Fund cover for every day of it"];
  expect(guessFields(["Ref", "What was good?", "Comments"], [cells])).toEqual([null, "text", "text"]);
});

test("questions that people asked are their words, and numbers of questions are none", () => {
  const header = ["#", "Question", "Asker Name"];
  expect(guessFields(header, [["1", "Why is cover not funded?", "Ada"]])).toEqual([null, "text", "speaker"]);
  expect(guessFields(header, [["1", "Q2", "Ada"]])).toEqual([null, "question", "speaker"]);
});
