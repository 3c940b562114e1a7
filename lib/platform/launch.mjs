// What `npm start` and `npm run dev` run on a fresh clone. Nothing is installed at this point, so it is plain
// Node.
import "./launch/require-node.mjs";

const [command] = process.argv.slice(2);

if (command === "start" || command === "dev") {
  const { serve } = await import("./launch/serve.mjs");
  await serve(command);
} else {
  console.error("Usage: npm start | npm run dev");
  process.exit(1);
}
