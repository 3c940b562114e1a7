// What `npm test` runs, on a fresh clone too: plain Node, since nothing is installed yet when this begins.
import "../../lib/platform/launch/require-node.mjs";

const { runTests } = await import("./run-tests.mjs");
await runTests(process.argv.slice(2));
