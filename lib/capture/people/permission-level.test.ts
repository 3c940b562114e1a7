import { expect, test } from "vitest";
import { unquotableWords } from "./permission-level";

const guest = { host: false, erased: false };

test("words that may not be quoted say why, and an unrecorded permission allows nothing", () => {
  expect(unquotableWords({ ...guest, permission: "verbatim" })).toBeNull();
  expect(unquotableWords({ ...guest, permission: "paraphrase" })).toBe("may not be quoted: paraphrase only");
  expect(unquotableWords({ ...guest, permission: "not_published" })).toBe(
    "may not be quoted: not to be published",
  );
  expect(unquotableWords({ ...guest, permission: null })).toBe("may not be quoted: permission not recorded");
});

test("a host is asked for no permission", () => {
  expect(unquotableWords({ host: true, erased: false, permission: null })).toBeNull();
});
