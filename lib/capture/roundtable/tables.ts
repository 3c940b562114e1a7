import { z } from "zod";
import { optionalText } from "@/lib/platform/text/text";
import { asList, blankAsNull } from "@/lib/platform/text/form-values";

const id = z.uuid({ error: "This page is out of date. Load it again" });
const optionalId = z.preprocess(blankAsNull, id.nullable());

const TableInput = z.object({
  /** null for a new table. */
  id: optionalId.optional().default(null),
  name: optionalText({ what: "Name of the table", max: 60 }),
  facilitatorId: optionalId.optional().default(null),
});

const Tables = z.object({
  roundtableId: id,
  tables: z.array(TableInput).max(20, { error: "A roundtable can have up to 20 tables" }),
  /**
   * Who sits at which of `tables`, by index from 0; null for none. People who are not named stay where they
   * are.
   */
  people: z.array(z.object({ participantId: id, table: z.number().int().min(0).nullable() })),
});

/**
 * A form sends `tableId`, `tableName` and `tableFacilitator` once for each table, in the same order, and
 * `at-<participant id>` with the number of the table, from 1, or nothing. A new table without a name is left
 * out.
 */
function withTables(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null || "tables" in fields) return fields;
  const sent: Record<string, unknown> = Object.fromEntries(Object.entries(fields));
  const list = (name: string): unknown[] => {
    const values: unknown = sent[name];
    return Array.isArray(values) ? values : [values];
  };
  const names = asList(sent.tableName).length === 0 ? [] : list("tableName");
  const rows = names.map((name: unknown, index) => ({
    number: index + 1,
    table: { id: list("tableId")[index], name, facilitatorId: list("tableFacilitator")[index] },
  }));
  const kept = rows.filter(
    ({ table }) => (typeof table.name === "string" && table.name.trim() !== "") || Boolean(table.id),
  );
  const people = Object.entries(sent)
    .filter(([name]) => name.startsWith("at-"))
    .map(([name, at]) => {
      const index = kept.findIndex(({ number }) => String(number) === at);
      return { participantId: name.slice("at-".length), table: index < 0 ? null : index };
    });
  return { roundtableId: sent.roundtableId, tables: kept.map(({ table }) => table), people };
}

export const ArrangeTablesInput = z.preprocess(
  withTables,
  Tables.superRefine(({ tables, people }, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", path: ["tableName"], message });
    if (tables.length === 0) problem("Name at least one table");
    if (tables.some(({ name }) => name === "")) problem("Give each table a name");
    if (new Set(tables.map(({ name }) => name.toLowerCase())).size < tables.length)
      problem("Two tables have the same name. Give each its own");
    if (people.some(({ table }) => table !== null && table >= tables.length))
      problem("Somebody is at a table that does not exist. Reload the page");
  }),
);
export type ArrangeTablesInput = z.output<typeof ArrangeTablesInput>;

export const EndTablesInput = z.object({ roundtableId: id });
export type EndTablesInput = z.output<typeof EndTablesInput>;

/**
 * Where somebody sits. A field that is left out stays as it is; an empty one removes them from the seat or
 * the table.
 */
export const SeatParticipantInput = z.object({
  participantId: id,
  seat: z
    .preprocess(
      (value) => (typeof value === "string" ? blankAsNull(value.trim().toUpperCase()) : value),
      z
        .string()
        .regex(/^[A-Z]{0,2}[1-9][0-9]{0,2}$/, { error: "Enter a seat such as 1, 12 or A3" })
        .nullable(),
    )
    .optional(),
  tableId: optionalId.optional(),
});
export type SeatParticipantInput = z.output<typeof SeatParticipantInput>;

/** What a browser sends every few seconds about its user. It is announced and not stored. */
export const PresenceInput = z.object({
  roundtableId: id,
  tableId: id.nullable().default(null),
  /** The participant whose words are being typed. */
  writingFor: id.nullable().default(null),
  leaving: z.boolean().default(false),
});
export type PresenceInput = z.output<typeof PresenceInput>;
