import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every page and route handler of the application, as its route: "/reviews/[review]/members". */
export function applicationRoutes(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const ends = files.filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file));
  return ends.map((file) =>
    `/${path.posix.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, "").replace(/\/\.$/, "/"),
  );
}

/** The name of every field and parameter that the pages and their addresses use. */
export function parameterNames(): string[] {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  );
  const names = files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes("generated"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/[?&](\w+)=|name="(\w+)"/g)])
    .map(([, parameter, field]) => parameter ?? field ?? "");
  return [...new Set(names)].sort();
}

/** The route handlers that are sent something, as their routes. */
export function receivingRoutes(): string[] {
  return applicationRoutes().filter((route) => {
    const file = `app${route}/route.ts`;
    return existsSync(file) && /export (const|async function) POST\b/.test(readFileSync(file, "utf8"));
  });
}
