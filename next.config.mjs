// @ts-check
// Plain JavaScript: for TypeScript each start would load a compiler, 25 MB of it.
import { MAX_FORM_BYTES } from "./lib/platform/launch/edge/body-limit.mjs";

/** @type {import("next").NextConfig} */
const config = {
  // PGlite loads its WebAssembly, Piscina its threads' start file, and esbuild its program from their own
  // folders: they must not be bundled.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg",
    "piscina",
    "esbuild",
    "@myriaddreamin/typst-ts-node-compiler",
  ],
  poweredByHeader: false,
  // The development server writes no files of its own into the project.
  agentRules: false,
  // Types are a separate step of `npm test`.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // A page's modules are loaded when it is first opened: all of them at once are half of the time of a start.
    preloadEntriesOnStart: false,
    // What is larger does not get here: see there.
    serverActions: { bodySizeLimit: MAX_FORM_BYTES },
  },
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        ],
      },
      // No cache may store people's words; page-policy.mjs does the same for pages.
      { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "private, no-store" }] },
      // The secret part of the address is sent to nobody else.
      { source: "/permission/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    ]),
};

export default config;
