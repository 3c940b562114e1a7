// What `npm start`, `npm run dev` and `npm test` run on a fresh clone. Nothing is installed yet when
// this begins, so it is plain Node; and the version is checked before any newer syntax is loaded.
const oldest = { major: 20, minor: 19 };
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
  console.error(
    `This application needs Node ${oldest.major}.${oldest.minor} or later, and this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org, then run the same command again.",
  );
  process.exit(1);
}

const [command, ...names] = process.argv.slice(2);

if (command === "start" || command === "dev") {
  const { serve } = await import("./launch/serve.mjs");
  await serve(command);
} else if (command === "test") {
  const { runTests } = await import("./launch/test-run.mjs");
  await runTests(names);
} else {
  console.error("Usage: npm start | npm run dev | npm test [-- step ...]");
  process.exit(1);
}
