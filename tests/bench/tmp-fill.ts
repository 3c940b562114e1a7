import { fill } from "/work/wt/findings/tests/bench/fill";
import { writeFileSync } from "node:fs";
const size = Number(process.argv[2]);
const dir = process.argv[3]!;
const filled = await fill({ DATA_DIR: dir }, size);
writeFileSync(`${dir}.json`, JSON.stringify(filled));
process.exit(0);
