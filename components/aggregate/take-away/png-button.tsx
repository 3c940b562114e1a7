"use client";

import { useState } from "react";
import { useScripts } from "@/components/ui/use-scripts";

type Props = { href: string; words: string };

/** Makes a PNG of a chart in the browser. It is there where scripts run. */
export function PngButton({ href, words }: Props) {
  const scripts = useScripts();
  const [problem, setProblem] = useState(false);
  if (!scripts) return null;
  const download = async () => {
    setProblem(false);
    try {
      // Most people who see a chart take no picture of it.
      const { savePng } = await import("./save-png");
      await savePng(href);
    } catch {
      setProblem(true);
    }
  };
  return (
    <>
      <button
        type="button"
        onClick={() => void download()}
        className="cursor-pointer py-1 text-accent underline underline-offset-3"
      >
        {words}
      </button>
      <span role="status">
        {problem && "The picture could not be made. Download the SVG instead, or try again."}
      </span>
    </>
  );
}
