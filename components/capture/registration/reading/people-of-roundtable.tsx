"use client";

import { useLayoutEffect, useMemo, useRef, type RefObject } from "react";
import { keepingWords } from "@/components/ui/form/sending";
import { useSending } from "@/components/ui/form/use-sending";
import { later, useLater, usePrepared } from "@/components/ui/later";
import type { GridAnswer } from "@/lib/capture/registration/grid/grid-state";
import type { PeopleGridProps } from "../people-grid";
import { PeopleReading } from "./people-reading";
import { returnTo, type Place } from "./place-in-table";

const peopleGrid = later(() => import("../people-grid"));
const onServer = typeof window === "undefined";

type Props = Omit<PeopleGridProps, "sending"> & {
  save: (before: GridAnswer | null, data: FormData) => Promise<GridAnswer | null>;
  /** Whether the page is made with its fields: where no script runs and somebody edits, and where nobody is registered. */
  fields: boolean;
  /** The columns that are shown while no row is new. */
  readColumns: PeopleGridProps["columns"];
  /** This page with its fields. */
  fieldsHref: string;
};

/** Everybody at a roundtable: a table to read, which becomes fields once the script that they need is there. */
export function PeopleOfRoundtable({ save, fields, fieldsHref, readColumns, ...people }: Props) {
  const send = useMemo(() => (onServer ? save : keepingWords(save)), [save]);
  const sending = useSending<GridAnswer>(send);
  const ready = usePrepared(peopleGrid) !== null;
  const place = useRef<Place | null>(null);
  if (ready || fields || sending.state !== null)
    return <PeopleFields {...people} sending={sending} place={place} />;
  return <PeopleReading {...people} columns={readColumns} fieldsHref={fieldsHref} place={place} />;
}

type FieldsProps = PeopleGridProps & { place: RefObject<Place | null> };

function PeopleFields({ place, ...props }: FieldsProps) {
  const around = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const table = around.current?.querySelector<HTMLElement>("[role=region]");
    if (table && place.current) returnTo(place.current, table);
  }, [place]);
  return (
    <div ref={around}>
      <LaterGrid {...props} />
    </div>
  );
}

/** A component of its own: React takes no hook after one that waits, when it takes over a page from the server. */
function LaterGrid(props: PeopleGridProps) {
  const { PeopleGrid } = useLater(peopleGrid);
  return <PeopleGrid {...props} />;
}
