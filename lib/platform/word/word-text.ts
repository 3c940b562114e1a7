import { Tab, TextRun, type IRunOptions } from "docx";
import { fileText } from "../text/file-text";

/** How a run is set, without its words. */
type RunStyle = Omit<IRunOptions, "text" | "children" | "break">;

/**
 * A text as runs of a Word file. Line breaks and tabs are elements of their own there: in a text Word shows them as spaces or
 * not at all.
 */
export function wordText(text: string): IRunOptions[] {
  return fileText(text)
    .split(/([\n\t])/)
    .flatMap((piece): IRunOptions[] => {
      if (piece === "\n") return [{ break: 1 }];
      if (piece === "\t") return [{ children: [new Tab()] }];
      return piece === "" ? [] : [{ text: piece }];
    });
}

/** The same, set alike. */
export function textRunsOf(text: string, style: RunStyle = {}): TextRun[] {
  return wordText(text).map((piece) => new TextRun({ ...style, ...piece }));
}
