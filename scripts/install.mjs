// Plain JavaScript with nothing but Node's own modules: it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** The Node that the project runs on, whatever the host has: it comes with the packages. */
export const NODE = join(ROOT, "node_modules", ".bin", "node");

/** Installs the packages when some are missing or other than `package-lock.json` says; otherwise takes milliseconds. */
export async function ensureInstalled() {
  const why = reasonToInstall();
  if (why === undefined) return;
  console.log(`Installing packages (${why}). The first time this takes a minute or two.`);
  for (const attempt of [1, 2]) {
    const code = await npmCi();
    const left = code === 0 ? reasonToInstall() : `npm ci ended with ${code}`;
    if (left === undefined) return;
    console.error(`The packages could not be installed: ${left}.`);
    if (attempt === 1) console.error("Trying once more …");
  }
  console.error(
    "Check the network and the npm registry (npm config get registry), then run the command again.",
  );
  process.exit(1);
}

/** Why the packages must be installed, or nothing. */
function reasonToInstall() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return "nothing is installed yet";
  if (!existsSync(NODE)) return "the project's own Node is missing";
  const [missing] = missingPackages(readJson(join(ROOT, "package-lock.json")), readJson(installed));
  return missing === undefined ? undefined : `${missing} is missing or of another version`;
}

/**
 * Names what the lock file asks for and the installed tree does not have in that version. npm writes the record of the
 * installed tree last, so an installation that was cut short has none.
 * @param {{packages: Record<string, {version?: string, link?: boolean, optional?: boolean, devOptional?: boolean}>}} lock
 * @param {{packages: Record<string, {version?: string}>}} installed
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.optional && !entry.devOptional)
    .filter(([path, entry]) => {
      const found = installed.packages[path];
      return found === undefined || (!entry.link && found.version !== entry.version);
    })
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
}

/** Runs `npm ci` on the host's own Node: the one inside `node_modules` is what gets replaced. */
function npmCi() {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(ROOT));
  return run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    ...process.env,
    PATH: path.join(delimiter),
  });
}

/**
 * Runs a program in the root folder with its output shown, and tells how it ended (128 + signal when killed).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(program, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: ROOT, env, stdio: "inherit" });
    child.on("error", (error) => {
      console.error(`${program} cannot be started: ${error.message}`);
      resolve(127);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
