import { describe, expect, test } from "vitest";
import { cellActOf, gridCommandOf, type Key } from "./cell-keys";

const press = (key: string, held: Partial<Key> = {}): Key => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const CONTROL = { ctrlKey: true };
/** A list that came with the typing and means nothing yet, and one whose choice is what was typed. */
const TO_CHOOSE = { opened: false, active: -1, picked: false };
const UNDERSTOOD = { opened: false, active: 0, picked: false };

describe("from any cell", () => {
  test.each([
    ["Ctrl+Enter", press("Enter", CONTROL), "save"],
    ["Command+Z", press("z", { metaKey: true }), "undo"],
    ["Ctrl+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), "redo"],
    ["Ctrl+Y", press("y", CONTROL), "redo"],
    ["Shift+Space", press(" ", { shiftKey: true }), "choose-row"],
    ["Z", press("z"), null],
  ])("%s", (_, key, expected) => {
    expect(gridCommandOf(key, false)).toBe(expected);
  });

  test("while one is edited, undo is that of its text and saving still saves", () => {
    expect(gridCommandOf(press("z", CONTROL), true)).toBeNull();
    expect(gridCommandOf(press(" ", { shiftKey: true }), true)).toBeNull();
    expect(gridCommandOf(press("Enter", CONTROL), true)).toBe("save");
  });
});

describe("in a cell", () => {
  test("Enter and F2 edit it", () => {
    for (const key of ["Enter", "F2"])
      expect(cellActOf(press(key), { editing: false, list: null })).toBe("edit");
    expect(cellActOf(press("Escape"), { editing: false, list: null })).toBeNull();
    expect(cellActOf(press("ArrowDown"), { editing: false, list: TO_CHOOSE })).toBeNull();
  });

  test("that is edited, Enter keeps it and goes on, with Shift back; Escape gives back what was there", () => {
    const edited = { editing: true, list: null };
    expect(cellActOf(press("Enter"), edited)).toBe("keep-and-go-on");
    expect(cellActOf(press("Enter", { shiftKey: true }), edited)).toBe("keep-and-go-back");
    expect(cellActOf(press("Escape"), edited)).toBe("give-back");
    expect(cellActOf(press("F2"), edited)).toBeNull();
  });

  test("that is edited, arrows go into the list only while there is something to choose", () => {
    const choosing = { editing: true, list: TO_CHOOSE };
    expect(cellActOf(press("ArrowDown"), choosing)).toBe("next-option");
    expect(cellActOf(press("ArrowUp"), choosing)).toBe("option-before");
    expect(cellActOf(press("ArrowDown"), { editing: true, list: UNDERSTOOD })).toBeNull();
  });

  test("Alt and the down arrow opens the list, edited or not", () => {
    const down = press("ArrowDown", { altKey: true });
    expect(cellActOf(down, { editing: true, list: TO_CHOOSE })).toBe("edit");
    expect(cellActOf(down, { editing: false, list: null })).toBe("edit");
  });
});
