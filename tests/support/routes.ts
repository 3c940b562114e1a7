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

/** The route handlers that are sent something, as their routes. */
export function receivingRoutes(): string[] {
  return applicationRoutes().filter((route) => {
    const file = `app${route}/route.ts`;
    return existsSync(file) && /export (const|async function) POST\b/.test(readFileSync(file, "utf8"));
  });
}
