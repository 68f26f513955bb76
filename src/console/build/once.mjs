// Builds the console when something changed since the last build, and only then: Maven runs this in every build.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = join(home, "target", "stamp.json");
const dist = join(home, "target", "dist");
const LOCKED = ["package.json", "package-lock.json"];
const SOURCES = ["app", "public", "build", "index.html", "tsconfig.json", "vite.config.ts", ".prettierrc.json"];

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hashOf(names) {
  const hash = createHash("sha256").update(process.version);
  for (const file of names.flatMap((name) => filesUnder(join(home, name)))) {
    hash.update(file.slice(home.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function run(program, ...args) {
  execFileSync(program, args, { cwd: home, stdio: ["ignore", "inherit", "inherit"] });
}

function tool(script, ...args) {
  run(process.execPath, join("node_modules", script), ...args);
}

function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, "utf8")) : {};
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`console: Node 20.19 or newer is needed to build the console, this is ${process.version}`);
    process.exit(1);
  }
}

function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function install(locked) {
  if (readStamp().locked === locked && existsSync(join(home, "node_modules", "vite"))) return;
  run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
  writeStamp({ locked });
}

function build() {
  tool("prettier/bin/prettier.cjs", "--check", "--log-level=warn", ".");
  tool("typescript/bin/tsc", "--noEmit");
  tool("vite/bin/vite.js", "build", "--logLevel=warn");
  for (const file of filesUnder(dist)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  // What Maven copied before has other names: without this it would stay in the jar.
  rmSync(join(home, "..", "target", "classes", "console"), { recursive: true, force: true });
}

function buildOnce() {
  const locked = hashOf(LOCKED);
  const sources = hashOf([...LOCKED, ...SOURCES]);
  if (readStamp().sources === sources && existsSync(join(dist, "index.html"))) return "nothing changed";
  install(locked);
  build();
  writeStamp({ locked, sources });
  return "built";
}

checkNode();
try {
  console.log(`console: ${buildOnce()}`);
} catch (failure) {
  console.error(`console: not built: ${failure.message}`);
  process.exit(1);
}
