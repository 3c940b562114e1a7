import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

type Definition = { file: string; name: string; exported: boolean; body: string; imports: Imports };
/** What a file imports, by name, and from which module. */
type Imports = Map<string, string>;

const NOTES = /\bnote(Reading|Contributions|Names)\(/;
const BEGINS = /^(export )?(?:async )?function\*? (\w+)|^(export )?const (\w+) = /gm;

/**
 * The functions of queries and commands that record in the audit log that something was read, themselves or through
 * another, and that the application's routes use. A route's file is read for what it imports.
 */
export function readersOfRoutes(): { name: string; file: string }[] {
  const definitions = sourcesIn("lib").flatMap(definitionsIn);
  const noting = notingAmong(definitions);
  const used = sourcesIn("app").flatMap(({ source, file }) => [...importsOf(source, file)]);
  const usedFrom = new Set(used.map(([name, file]) => `${file} ${name}`));
  return noting.filter(({ exported, file, name }) => exported && usedFrom.has(`${file} ${name}`));
}

/** Those that note, and in turn whatever calls one of them. */
function notingAmong(definitions: readonly Definition[]): Definition[] {
  const noting = new Set(
    definitions.filter(({ body, file }) => NOTES.test(body) && file !== "lib/access/reading.ts"),
  );
  for (let before = -1; before < noting.size;) {
    before = noting.size;
    for (const one of definitions)
      if (!noting.has(one) && [...noting].some((other) => calls(one, other))) noting.add(one);
  }
  return [...noting];
}

function calls(one: Definition, other: Definition): boolean {
  const known = one.file === other.file || one.imports.get(other.name) === other.file;
  return known && new RegExp(`\\b${other.name}\\b`).test(one.body.slice(one.body.indexOf("(")));
}

function definitionsIn({ file, source }: Source): Definition[] {
  const imports = importsOf(source, file);
  const begins = [...source.matchAll(BEGINS)];
  return begins.map((found, n) => ({
    file,
    name: found[2] ?? found[4] ?? "",
    exported: (found[1] ?? found[3]) !== undefined,
    body: source.slice(found.index, begins[n + 1]?.index),
    imports,
  }));
}

type Source = { file: string; source: string };

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("platform/generated"))
    .map((file) => path.posix.join(folder, file))
    .map((file) => ({ file, source: readFileSync(file, "utf8") }));
}

/** By the file that holds them. */
function importsOf(source: string, file: string): Imports {
  return new Map(
    [...source.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].flatMap(([, names = "", module = ""]) =>
      names.split(",").map((name) => {
        const place = module.startsWith("@/")
          ? module.slice(2)
          : path.posix.join(path.posix.dirname(file), module);
        return [name.trim().replace(/^type | as .*$/g, ""), `${place}.ts`] as const;
      }),
    ),
  );
}
