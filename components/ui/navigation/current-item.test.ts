import { expect, test } from "vitest";
import { currentItem } from "./current-item";

const items = ["/a", "/a/list", "/a/list-two"].map((href) => ({ href, label: href }));

test("the page itself", () => {
  expect(currentItem("/a", items)).toEqual({ href: "/a", current: "page" });
});
test("a page below takes the nearest item above it", () => {
  expect(currentItem("/a/list/7/edit", items)).toEqual({ href: "/a/list", current: "true" });
  expect(currentItem("/a/other", items)).toEqual({ href: "/a", current: "true" });
});
test("a longer name is not a folder", () => {
  expect(currentItem("/a/list-two", items)?.href).toBe("/a/list-two");
  expect(currentItem("/ab", items)).toBeNull();
});
test("the root has everything that belongs to nothing else", () => {
  expect(currentItem("/b", [{ href: "/", label: "Home" }])).toEqual({ href: "/", current: "true" });
});
