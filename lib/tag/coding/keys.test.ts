import { expect, test } from "vitest";
import { keyAction, themeKeys } from "./keys";

const ids = Array.from({ length: 40 }, (_, index) => `theme-${index + 1}`);

test("themes get digits, then letters, and never a key that does something else", () => {
  const keys = themeKeys(ids);
  expect(keys.get("theme-1")).toBe("1");
  expect(keys.get("theme-10")).toBe("0");
  expect(keys.get("theme-11")).toBe("q");
  expect(new Set(keys.values()).size).toBe(keys.size);
  for (const [themeId, key] of keys) expect(keyAction(key, keys)).toEqual({ does: "theme", themeId });
});

test("a theme after the last key has none, and keys without meaning do nothing", () => {
  const keys = themeKeys(ids);
  expect(keys.has("theme-40")).toBe(false);
  expect(keyAction("Tab", keys)).toBeNull();
  expect(keyAction("7", themeKeys(ids.slice(0, 2)))).toBeNull();
});

test("a letter works with Caps Lock on, and stance keys with or without Shift", () => {
  const keys = themeKeys(ids);
  expect(keyAction("Q", keys)).toEqual({ does: "theme", themeId: "theme-11" });
  expect(keyAction("=", keys)).toEqual({ does: "stance", stance: "strength" });
  expect(keyAction("-", keys)).toEqual({ does: "stance", stance: "improvement" });
});

test("letters set a stance, brackets mark words, and neither is a theme's key", () => {
  const keys = themeKeys(ids);
  expect(keyAction("a", keys)).toEqual({ does: "stance", stance: "ask" });
  expect(keyAction("]", keys)).toEqual({ does: "span", step: { end: "last", by: 1 } });
  expect(keyAction("{", keys)).toEqual({ does: "span", step: { end: "first", by: -1 } });
  expect([...keys.values()].filter((key) => "jknumfdyxvsiao".includes(key))).toEqual([]);
});
