// @ts-check

/** @typedef {import("dependency-cruiser").IForbiddenRuleType} Rule */

const platform = "^lib/platform/";
const access = "^lib/access/";
const accessToRows = [
  `${access}(scope|viewer|session|sessions|rate-limit|reading)\\.ts$`,
  `${access}(demonstration-)?sign-in`,
];
const next = packages(["next", "next-auth"]);
const react = packages(["react", "react-dom"]);
const prisma = [
  ...packages(["@prisma", "@electric-sql/pglite", "pg"]),
  "^lib/platform/(generated|db|pool|embedded)(/|\\.ts$)",
];

/**
 * The rules about who may import whom, in the form dependency-cruiser takes, from the ordered lists of stages and
 * of their capabilities. An import of types alone counts like any other.
 * @param {Record<string, string[]>} capabilities of each stage
 * @returns {Rule[]}
 */
export function importRules(capabilities) {
  const stages = Object.keys(capabilities);
  const anyStage = `(${stages.join("|")})`;
  const queries = `^lib/${anyStage}/[^/]+/queries/`;
  const commands = `^lib/${anyStage}/[^/]+/commands/`;
  const pureModules = { path: `^lib/${anyStage}/`, pathNot: [queries, commands] };

  return [
    ...stages.slice(0, -1).map((stage, index) => ({
      ...rule(`${stage}-before-later-stages`, "A stage may import an earlier one, never a later one."),
      from: { path: `^(lib|components)/${stage}/` },
      to: { path: `^(lib|components)/(${stages.slice(index + 1).join("|")})/` },
    })),
    ...stages.flatMap((stage) => capabilityRules(stage, capabilities[stage] ?? [])),
    {
      ...rule("every-file-in-a-capability", "A stage is made of its capabilities, and each is on the list."),
      from: {
        path: `^lib/${anyStage}/`,
        pathNot: stages.map((stage) => `^lib/${stage}/(${capabilities[stage]?.join("|")})/`),
      },
      to: {},
    },
    {
      ...rule("lib-below-components-and-app", "lib serves components and app, and knows neither."),
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      ...rule("components-below-app", "app puts components together, not the other way."),
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      ...rule("product-without-tests", "What is served knows nothing of its tests."),
      from: { path: "^(app|components|lib)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/" },
    },
    {
      ...rule("platform-without-domain", "The platform would serve another application as well."),
      from: { path: platform },
      to: { path: `^lib/(${stages.join("|")}|access)/` },
    },
    {
      ...rule("access-on-platform-alone", "Every stage asks access, so access can ask none of them."),
      from: { path: access },
      to: { path: `^lib/${anyStage}/` },
    },
    {
      ...rule("pure-without-frameworks", "A stage's rules outlive Next, React and Prisma."),
      from: pureModules,
      to: { path: [...next, ...react, ...prisma] },
    },
    {
      ...rule("pure-without-queries-or-commands", "Queries and commands use pure modules, never back."),
      from: pureModules,
      to: { path: [queries, commands] },
    },
    {
      ...rule("queries-without-commands", "A read changes nothing."),
      from: { path: queries },
      to: { path: commands },
    },
    {
      ...rule("prisma-behind-queries-and-commands", "Whoever reads the database says for which viewer."),
      from: {
        path: "^(app|components|lib)/",
        pathNot: [queries, commands, platform, ...accessToRows],
      },
      to: { path: prisma },
    },
    {
      ...rule("components-without-queries", "A component shows what it is given."),
      from: { path: "^components/" },
      to: { path: [queries, commands] },
    },
    {
      ...rule("ui-without-domain", "components/ui has no words of the domain."),
      from: { path: "^components/ui/" },
      to: { path: ["^components/(?!ui/)", `^lib/(${stages.join("|")}|access)/`] },
    },
  ];
}

/** @param {string} stage @param {string[]} names @returns {Rule[]} */
function capabilityRules(stage, names) {
  return names.slice(0, -1).map((name, index) => ({
    ...rule(
      `${stage}-${name}-before-later-capabilities`,
      "A capability may import an earlier one of its stage, never a later one.",
    ),
    from: { path: `^(lib|components)/${stage}/${name}/` },
    to: { path: `^(lib|components)/${stage}/(${names.slice(index + 1).join("|")})/` },
  }));
}

/** @param {string} name @param {string} comment */
function rule(name, comment) {
  return { name, comment, severity: /** @type {const} */ ("error") };
}

// Resolved to a file of node_modules, its types there, or left as written when it is not installed.
/** @param {string[]} names */
function packages(names) {
  return names.map((name) => `(^|node_modules/)(@types/)?${name}(/|$)`);
}
