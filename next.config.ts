import type { NextConfig } from "next";

const config: NextConfig = {
  // PGlite finds its WebAssembly alongside itself, Piscina the file that its threads begin with, and esbuild its program:
  // they must not be bundled.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "piscina", "esbuild"],
  poweredByHeader: false,
  // The development server writes no files of its own into the project.
  agentRules: false,
  // Types are a step of their own in `npm test`.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // A record of a whole day as CSV; the import itself says what it takes.
    serverActions: { bodySizeLimit: "12mb" },
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
      // People's words are kept by no cache: for pages proxy.ts says so.
      { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "private, no-store" }] },
      // The secret part of the address goes to nobody else.
      { source: "/permission/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    ]),
};

export default config;
