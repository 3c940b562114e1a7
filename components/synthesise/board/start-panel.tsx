"use client";

import { Button } from "@/components/ui/button";
import { useForm } from "@/components/ui/form/form-context";
import { KeyHint } from "@/components/ui/key-hint";
import { StatementFields } from "@/components/synthesise/finding/statement-fields";
import { START_PANEL } from "./board-elements";

/** Writes a finding that the ticked contributions support; at the bottom of the window while the list is longer. */
export function StartPanel() {
  const { state } = useForm();
  const refused =
    state !== null && !state.ok && ("text" in state.fieldErrors || "stance" in state.fieldErrors);
  return (
    <div
      data-form-foot=""
      className="sticky bottom-0 z-10 mt-4 max-h-[80vh] overflow-y-auto border-t-2 border-ink bg-paper py-2.5 low:static print:hidden"
    >
      <a href="#findings" className="float-right inline-block py-2.5 text-meta lg:hidden">
        To the findings
      </a>
      <details id={START_PANEL} open={refused}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-accent underline underline-offset-3">
          Start a finding <KeyHint>n</KeyHint>
        </summary>
        <div className="mt-3 grid gap-4">
          <StatementFields rows={2} />
          <div>
            <Button type="submit" name="do" value="start">
              Start a finding
            </Button>
          </div>
        </div>
      </details>
    </div>
  );
}
