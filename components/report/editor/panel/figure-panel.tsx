"use client";

import type { Editor } from "@tiptap/core";
import { Fragment, useId, useMemo, useState } from "react";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { Button } from "@/components/ui/button";
import type { FigureAttrs } from "@/lib/report/draft/content/block-content";
import { FIGURE_NODE } from "@/lib/report/editor/document";
import { figureChoices, tableChoices } from "@/lib/report/editor/figure-choices";
import { runCommand } from "../text/keys";
import { insertBlock, insertFigure } from "../text/marking";
import { Panel } from "./panel";

type Props = { editor: Editor; figures: ReportFigures | null; onClose: () => void };

const MAX_SHOWN = 12;

/** Puts a figure of the release into the text, in words or as a number, or a whole table or chart. */
export function FigurePanel({ editor, figures, onClose }: Props) {
  const [asked, setAsked] = useState("");
  const id = useId();
  const choices = useMemo(() => (figures ? figureChoices(figures) : []), [figures]);
  const tables = useMemo(() => (figures ? tableChoices(figures) : []), [figures]);
  const words = asked.toLowerCase().split(/\s+/);
  const found = choices.filter(({ what }) => words.every((word) => what.toLowerCase().includes(word)));
  if (!figures)
    return (
      <Panel title="Insert figure" onClose={onClose}>
        <p className="text-meta">
          No release covers what this report is about yet. Release the figures first.
        </p>
      </Panel>
    );
  return (
    <Panel title="Insert figure" onClose={onClose}>
      <label htmlFor={id} className="text-meta font-semibold">
        Theme, finding or “took part”
      </label>
      <input
        id={id}
        className="editor-field"
        value={asked}
        autoComplete="off"
        onChange={(event) => setAsked(event.target.value)}
      />
      <ul className="mt-3 grid gap-3">
        {found.slice(0, MAX_SHOWN).map(({ ref, what, ways }) => (
          <li key={ref}>
            <p className="text-meta">{what}</p>
            <p className="mt-1 flex flex-wrap gap-2">
              {ways.map((way) => (
                <Button
                  key={way}
                  size="small"
                  variant="quiet"
                  aria-label={`Insert “${way}”: ${what}`}
                  onClick={() => {
                    runCommand(editor, insertFigure(ref, way));
                    onClose();
                  }}
                >
                  {way}
                </Button>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-sm text-soft">
        {found.length > MAX_SHOWN ? `${found.length - MAX_SHOWN} more: type what you look for.` : ""}
        {found.length === 0 ? "The release shows no such figure." : ""}
      </p>
      {FORMS.map(({ as, word }) => (
        <Fragment key={as}>
          <h3 className="mt-3 text-sm text-soft">{`As a ${word} below this paragraph`}</h3>
          <p className="mt-1 flex flex-wrap gap-2">
            {tables.map(({ of, what }) => (
              <Button
                key={of}
                size="small"
                variant="quiet"
                aria-label={`Insert as a ${word}: ${what}`}
                onClick={() => {
                  runCommand(
                    editor,
                    insertBlock((schema, section) => figureBlock(schema, { of, as, section }, what)),
                  );
                  onClose();
                }}
              >
                {what}
              </Button>
            ))}
          </p>
        </Fragment>
      ))}
    </Panel>
  );
}

/** A chart has its table behind it: each bar stands above its words. */
const FORMS = [
  { as: "table", word: "table" },
  { as: "chart", word: "chart" },
] as const satisfies { as: FigureAttrs["as"]; word: string }[];

function figureBlock(schema: Editor["schema"], attrs: Record<string, unknown>, what: string) {
  return schema.nodes[FIGURE_NODE]?.create(attrs, schema.text(`${what}.`)) ?? null;
}
