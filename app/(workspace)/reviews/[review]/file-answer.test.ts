import { expect, test } from "vitest";
import { streamedFile } from "./file-answer";

test("parts are made as they are asked for, and no more once whoever reads them hangs up", async () => {
  const made: number[] = [];
  let ended = false;
  async function* parts(): AsyncGenerator<string, void> {
    try {
      for (let n = 0; n < 1000; n++) {
        made.push(n);
        await Promise.resolve();
        yield `row ${n}\r\n`;
      }
    } finally {
      ended = true;
    }
  }
  const reader = streamedFile(parts(), "text/csv", "some.csv").body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe("row 0\r\n");
  await reader?.cancel();
  await expect.poll(() => ended).toBe(true);
  expect(made.length).toBeLessThan(5);
});

test("all parts arrive in their order", async () => {
  async function* parts(): AsyncGenerator<string, void> {
    for (const word of ["one ", "two ", "three"]) {
      await Promise.resolve();
      yield word;
    }
  }
  const answer = streamedFile(parts(), "text/csv", "some.csv");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="some.csv"');
  expect(await answer.text()).toBe("one two three");
});
