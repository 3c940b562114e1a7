import { describe, expect, test } from "vitest";
import { ConsoleWatch, expectConsole } from "@/tests/support/console-watch";

describe("an error or a warning on the console", () => {
  test.each(["error", "warn"] as const)("fails a test that does not expect it: console.%s", (method) => {
    const watch = new ConsoleWatch();
    console[method]("Each child needs a key, %s", "it says");
    expect(() => watch.end()).toThrow(`console.${method}: Each child needs a key, it says`);
  });

  test("that was expected lets the test pass, but no other does", () => {
    const watch = new ConsoleWatch();
    watch.expect(/a key/);
    console.error("Each child needs a key");
    console.warn("Deprecated");
    expect(() => watch.end()).toThrow(/^(?!.*a key).*Deprecated/s);
  });

  test("that was expected but does not happen fails the test", () => {
    const watch = new ConsoleWatch();
    watch.expect(/a key/);
    expect(() => watch.end()).toThrow(/not said: \/a key\//);
  });

  test("is watched in every test", () => {
    expectConsole(/said on purpose/);
    console.error("said on purpose");
  });
});
