// Imported before anything else and written in old syntax, so that it runs on Node versions that cannot parse
// the rest.
const oldest = { major: 20, minor: 19 };
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
  console.error(
    `This application needs Node ${oldest.major}.${oldest.minor} or later, and this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org, then run the same command again.",
  );
  process.exit(1);
}
