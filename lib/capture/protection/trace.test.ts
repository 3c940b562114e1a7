import { describe, expect, test } from "vitest";
import { maskedJson, textOfJson } from "./json-text";
import { isMasked, MARKS, maskedText, traceKey, type Found } from "./trace";

const find = (text: string, words: string, kind: Found["kind"] = "name"): Found => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, words, proposed: true };
};

describe("what replaces a find", () => {
  const text = "As Jane Smith said, cover costs us everything.";

  test("is a mark that says what stood there", () => {
    const places = [find(text, "cover costs us everything", "words"), find(text, "Jane Smith")];
    expect(maskedText(text, places, MARKS.erasure)).toBe(
      "As [name removed] said, [removed at the speaker’s request].",
    );
    expect(maskedText(text, places, MARKS.retention)).toContain("[removed: no longer kept]");
  });

  test("is one mark where finds overlap, and a short one where there is no room", () => {
    const places = [find(text, "Jane Smith said, cover", "words"), find(text, "Jane Smith")];
    expect(maskedText(text, places, MARKS.erasure)).toBe(
      "As [removed at the speaker’s request] costs us everything.",
    );
    expect(maskedText(text, places, MARKS.erasure, text.length)).toBe("As … costs us everything.");
  });
});

describe("JSON", () => {
  test("of a document is one text, also where a name goes over from one sentence to the next", () => {
    const content = {
      type: "paragraph",
      content: [
        { type: "text", text: "As Jane", marks: [{ type: "framing" }] },
        { type: "text", text: " " },
        { type: "text", text: "Smith said.", marks: [{ type: "framing" }] },
      ],
    };
    const text = textOfJson(content, "document");
    expect(text).toBe("As Jane Smith said.");
    const masked = maskedJson(content, "document", [find(text, "Jane Smith")], MARKS.erasure);
    expect(JSON.stringify(masked)).not.toMatch(/Jane|Smith/);
    expect(masked).toMatchObject({
      content: [{ text: "As [name removed]" }, {}, { text: "[name removed] said." }],
    });
    expect(maskedJson(content, "document", [], MARKS.erasure)).toEqual(content);
  });

  test("of values is searched in every string and every name of a field, and nothing else changes", () => {
    const value = { "Jane Smith": { id: 7, said: ["by Jane Smith", null, true] }, other: "text" };
    const text = textOfJson(value, "values");
    const places = [...text.matchAll(/Jane Smith/g)].map(({ index }) => ({
      ...find(text, "Jane Smith"),
      start: index,
      end: index + 10,
    }));
    expect(maskedJson(value, "values", places, MARKS.erasure)).toEqual({
      "[name removed]": { id: 7, said: ["by [name removed]", null, true] },
      other: "text",
    });
  });
});

test("a choice holds for the same words in the same thing, and what was not shown is handled as proposed", () => {
  const key = traceKey("A finding", "1", { kind: "name", words: "Jane Smith" });
  expect(traceKey("A finding", "1", { kind: "name", words: "JANE  smith" })).toBe(key);
  expect(traceKey("A finding", "2", { kind: "name", words: "Jane Smith" })).not.toBe(key);
  const choice = { shown: new Set([key]), masked: new Set<string>() };
  expect(isMasked({ key, proposed: true }, choice)).toBe(false);
  expect(isMasked({ key, proposed: true }, null)).toBe(true);
  expect(isMasked({ key: "another", proposed: true }, choice)).toBe(true);
  expect(isMasked({ key: "another", proposed: false }, choice)).toBe(false);
});
