// What `npm test` runs, on a fresh clone too: plain Node, because nothing is installed yet at this point.
import "../../lib/platform/launch/require-node.mjs";

const { runTests } = await import("./run-tests.mjs");
await runTests(process.argv.slice(2));
