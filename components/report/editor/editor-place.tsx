"use client";

import { useEffect, useState, type ComponentType, type ReactNode } from "react";
import type { EditorProps } from "./draft-editor";

/**
 * Shows the text as it is read until the editor's own script is there, which no other page loads. Where it cannot be
 * loaded the page says how to go on.
 */
export function EditorPlace({ children, ...props }: EditorProps & { children: ReactNode }) {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | "failed" | null>(null);
  useEffect(() => {
    let left = false;
    import("./draft-editor").then(
      ({ DraftEditor }) => left || setEditor(() => DraftEditor),
      () => left || setEditor("failed"),
    );
    return () => {
      left = true;
    };
  }, []);
  if (Editor !== null && Editor !== "failed") return <Editor {...props} />;
  return (
    <div className="draft-editor">
      <div>
        <div className="editor-bar">
          <p role="status" className="py-2 text-meta text-soft">
            {Editor === "failed"
              ? "The editor could not be loaded. Reload the page."
              : "Opening the editor. You can read already."}
          </p>
        </div>
        {children}
      </div>
    </div>
  );
}
