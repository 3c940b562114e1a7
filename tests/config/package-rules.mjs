// @ts-check
import semver from "semver";

/** The oldest Node that the application runs on: package.json asks for it. */
export const OLDEST_NODE = "20.19.0";

/** Licences that let us use a package and pass it on, as SPDX names them. */
const ALLOWED_LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0", // caniuse-lite: data about browsers, with its source named
  "CC0-1.0",
  "EPL-2.0", // elkjs: comes with Prisma's tools, unchanged, and is never served
  "ISC",
  "LGPL-3.0-or-later", // the image library that Next can use: a library of its own, unchanged
  "MIT",
  "MIT-0",
  "MPL-2.0", // axe-core and lightningcss: they test and build, unchanged
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

/**
 * Packages whose package.json names no licence in SPDX's way, with what was found when somebody looked.
 * @type {Record<string, string>}
 */
const LOOKED_UP = {
  "@visx/vendor@4.0.0-alpha.0": "MIT AND ISC",
  "seq-queue@0.0.5": "MIT",
};

/**
 * Packages that ask for a newer Node and never run here, with the reason.
 * @type {Record<string, string>}
 */
const NEVER_RUN = {
  "@prisma/streams-local@0.1.11": "only `prisma dev` loads it",
};

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [optional]
 * @property {{ node?: string }} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * What is wrong with the packages of a lock file: a licence that is not allowed or not known, or a Node that is newer than
 * ours. A build for another kind of computer, of which npm records no licence, has that of the package that asks for it.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @returns {string[]} one sentence for each
 */
export function packageProblems({ packages }) {
  return Object.entries(packages)
    .filter(([folder]) => folder !== "")
    .flatMap(([folder, entry]) => {
      const name = `${nameOf(folder)}@${entry.version}`;
      return [...licenceProblems(name, entry, packages), ...engineProblems(name, entry)];
    });
}

/** @param {string} name @param {LockedPackage} entry @param {Record<string, LockedPackage>} packages */
function licenceProblems(name, entry, packages) {
  const licence =
    LOOKED_UP[name] ?? entry.license ?? (entry.optional ? licenceOfAsker(name, packages) : undefined);
  if (licence === undefined) return [`${name} names no licence.`];
  const refused = licence.split(/ AND | OR |[()]/).filter((one) => one !== "" && !ALLOWED_LICENCES.has(one));
  return refused.map((one) => `${name} has the licence ${one}, which is not on the list.`);
}

/** @param {string} name @param {Record<string, LockedPackage>} packages */
function licenceOfAsker(name, packages) {
  const [bare = ""] = name.split(/(?<=.)@/);
  return Object.values(packages).find(({ optionalDependencies }) => optionalDependencies?.[bare])?.license;
}

/** @param {string} name @param {LockedPackage} entry */
function engineProblems(name, { engines, optional }) {
  if (optional || !engines?.node || semver.satisfies(OLDEST_NODE, engines.node) || name in NEVER_RUN)
    return [];
  return [`${name} needs Node ${engines.node}, and the application runs on ${OLDEST_NODE} too.`];
}

/** @param {string} folder such as node_modules/a/node_modules/@scope/b */
function nameOf(folder) {
  return folder.split("node_modules/").at(-1) ?? folder;
}
