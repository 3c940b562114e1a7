import { z } from "zod";
import { dateKey, readTypedDate, type TypedDate } from "./typed-date";

/** The key in an issue's `params` that says which of a date's three fields it is about. */
export const DATE_PART_PARAM = "part";

function typedDate(name: string, fields: object): TypedDate {
  const part = (key: string) => {
    const value: unknown = Reflect.get(fields, `${name}-${key}`);
    return typeof value === "string" ? value : "";
  };
  return { day: part("day"), month: part("month"), year: part("year") };
}

/**
 * Combines a date's three fields (`name-day`, `name-month`, `name-year`) under `name`, for `DateField` to
 * check. `nameConfirmed` says whether exactly this date was confirmed (`name-confirmed`).
 */
export function withDate(name: string) {
  return (fields: unknown): unknown => {
    if (typeof fields !== "object" || fields === null) return fields;
    const date = readTypedDate(typedDate(name, fields));
    return {
      ...fields,
      [name]: date,
      [`${name}Confirmed`]:
        date instanceof Date && Reflect.get(fields, `${name}-confirmed`) === dateKey(date),
    };
  };
}

const Problem = z.object({ problem: z.string(), part: z.string().nullable() });

export const DateField = z.unknown().transform((read, context): Date => {
  if (read instanceof Date) return read;
  const { data } = Problem.safeParse(read);
  context.issues.push({
    code: "custom",
    message: data?.problem ?? "Enter a day, a month and a year, such as 14 May 2025",
    params: { [DATE_PART_PARAM]: data?.part ?? null },
    input: read,
  });
  return z.NEVER;
});
