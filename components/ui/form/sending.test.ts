import { describe, expect, test } from "vitest";
import { keepingWords, textValues } from "./sending";

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("textValues keeps lists, and leaves out files and the framework's fields", () => {
  const file = new File(["x"], "x.csv");
  expect(textValues(form(["a", "1"], ["b", "2"], ["b", "3"], ["$ACTION_KEY", "k"], ["file", file]))).toEqual({
    a: "1",
    b: ["2", "3"],
  });
});

describe("keepingWords", () => {
  test("returns a result unchanged", async () => {
    expect(await keepingWords(async () => ({ ok: true }))(null, form())).toEqual({ ok: true });
  });
  test("turns a lost connection into a refusal that keeps the words", async () => {
    const state = await keepingWords(async () => {
      throw new TypeError("Failed to fetch");
    })(null, form(["text", "kept"]));
    expect(state).toMatchObject({ ok: false, values: { text: "kept" } });
  });
  test("lets a fault of the server reach the error page", async () => {
    const fault = new Error("fault");
    const send = keepingWords(async () => {
      throw fault;
    });
    await expect(send(null, form())).rejects.toBe(fault);
  });
});
