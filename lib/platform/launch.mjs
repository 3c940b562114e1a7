// What `npm start`, `npm run dev` and `npm run build` run on a fresh clone. Nothing is installed at this point, so it is
// plain Node.
import "./launch/require-node.mjs";

const [command] = process.argv.slice(2);

if (command === "start" || command === "dev") {
  const { serve } = await import("./launch/serve.mjs");
  await serve(command);
} else if (command === "build") {
  // For an image of a container: what `npm start` would do before it serves.
  const { prepare } = await import("./launch/preparation.mjs");
  const { stopOnSignals } = await import("./launch/stopping.mjs");
  stopOnSignals(1);
  process.exitCode = (await prepare(["install", "generate", "build"])) ? 0 : 1;
} else {
  console.error("Usage: npm start | npm run dev | npm run build");
  process.exit(1);
}
