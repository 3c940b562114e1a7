import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { expect, test } from "../test";

/** The most script of a page beyond the framework's own, in kB as it is sent, where nothing else is said. */
const MOST = 20;

/** Pages that have more, a little over what they are. */
const MORE: Record<string, number> = {
  "/reviews/[review]/roundtables/[roundtable]/capture": 48.3,
  "/reviews/[review]/coding": 32,
  "/reviews/[review]/dashboard": 22.3,
  "/reviews/[review]/themes/[theme]/passages": 20.3,
};

const BUILD = ".next";
const Stats = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));
const Manifest = z.object({ rootMainFiles: z.array(z.string()) });
const References = z.object({
  clientModules: z.record(z.string(), z.object({ chunks: z.array(z.string()) })),
});

/** What Next itself loads on every page, as file names of chunks. */
function frameworkChunks(): Set<string> {
  const { rootMainFiles } = Manifest.parse(read("build-manifest.json"));
  const text = readFileSync(
    path.join(BUILD, "server/app/_not-found/page_client-reference-manifest.js"),
    "utf8",
  );
  const references = References.parse(JSON.parse(text.slice(text.indexOf("] = ") + 4).replace(/;\s*$/, "")));
  const own = Object.entries(references.clientModules)
    .filter(([module]) => module.includes("/node_modules/next/dist/"))
    .flatMap(([, { chunks }]) => chunks);
  return new Set([...rootMainFiles, ...own].map((file) => path.basename(file)));
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(BUILD, file), "utf8"));

test("no page loads more script than it may", () => {
  const framework = frameworkChunks();
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(file)).length;
    sizes.set(file, size);
    return size;
  };
  const pages = Stats.parse(read("diagnostics/route-bundle-stats.json"));
  expect(pages.length).toBeGreaterThan(80);
  const over = pages.flatMap(({ route, firstLoadChunkPaths }) => {
    const own = firstLoadChunkPaths.filter((file) => !framework.has(path.basename(file)));
    const kilobytes = own.reduce((sum, file) => sum + sizeOf(file), 0) / 1000;
    return kilobytes > (MORE[route] ?? MOST) ? [`${route}: ${kilobytes.toFixed(1)} kB`] : [];
  });
  expect(over).toEqual([]);
  expect(Object.keys(MORE).filter((route) => !pages.some((page) => page.route === route))).toEqual([]);
});
