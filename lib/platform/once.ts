/**
 * One value for each process under a name. The server's bundles each load their own copy of a module, so what
 * must exist once (the database, the listeners) is kept on the global object instead of in a module variable.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`npq-review.${name}`);
  const holder: { [key: symbol]: T | undefined } = globalThis;
  return (holder[key] ??= make());
}
