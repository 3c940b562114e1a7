import { afterEach, expect, test, vi } from "vitest";
import { sendConsoleToLog } from "./console-log";

const written: string[] = [];
process.env.HOST ??= "127.0.0.1";
process.env.LOG_LEVEL ??= "warn";
const write = vi.spyOn(process.stderr, "write");
afterEach(() => write.mockReset());

test("an error that a library prints is logged with its kind and place, and without what it quotes", () => {
  write.mockImplementation((text) => written.push(String(text)) > 0);
  const library = { error: vi.fn<Console["error"]>(), warn: vi.fn<Console["warn"]>() };
  sendConsoleToLog(library);
  library.error(" ⨯", new TypeError("Mrs Oakham of Leeds cannot be read"));
  library.warn("Request body exceeded for Mrs Oakham");
  library.error("ERROR:  duplicate key, Mrs Oakham");
  expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: "error", event: "console.error", fault: "TypeError" }),
    expect.objectContaining({ level: "warn", event: "console.warn" }),
    expect.objectContaining({ level: "warn", event: "console.error" }),
  ]);
  expect(written.join("")).not.toContain("Oakham");
});
