/**
 * What was read again (values of JSON), with every part that says what it said before taken from `before`: whoever compares
 * objects sees what has changed, and nothing else.
 */
export function withUnchangedParts<Value>(before: Value, after: Value): Value {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const next = after.map((one: unknown, index) => withUnchangedParts<unknown>(before[index], one));
    return (isSame(before, next) ? before : next) as Value;
  }
  if (!isPlain(before) || !isPlain(after)) return after;
  const next = Object.fromEntries(
    Object.entries(after).map(([name, one]) => [name, withUnchangedParts<unknown>(before[name], one)]),
  );
  return (isSame(Object.entries(before).flat(), Object.entries(next).flat()) ? before : next) as Value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => Object.is(one, others[index]));
}
