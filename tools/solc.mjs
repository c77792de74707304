// Answer as the native Solidity compiler would, with npm's build of it: the compiler of machines that cannot fetch a native one.
//
//   node tools/solc.mjs --version
//   node tools/solc.mjs --standard-json [--allow-paths a,b] < input.json
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve, isAbsolute } from "node:path";

// Emscripten's loader takes over uncaught exceptions and prints them as its own; ours should look like ours.
const solc = createRequire(import.meta.url)("solc");
process.removeAllListeners("uncaughtException");

const BUILT_IN_FLOOR = 2 ** 31; // no source has this many nodes: above it is a negative id printed unsigned
const words = process.argv.slice(2);

if (words.includes("--version")) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (words.includes("--standard-json")) {
  const allowed = [process.cwd(), ...allowedPaths(words)].filter(existsSync).map((path) => realpathSync(path));
  const answer = solc.compile(readFileSync(0, "utf8"), { import: (path) => source(path, allowed) });
  process.stdout.write(JSON.stringify(signedIds(JSON.parse(answer))));
} else {
  process.stderr.write(`unrecognised option '${words.join(" ")}': this launcher knows --version and --standard-json\n`);
  process.exitCode = 1;
}

function allowedPaths(words) {
  const at = words.indexOf("--allow-paths");
  return at < 0 ? [] : (words[at + 1] ?? "").split(",").filter(Boolean);
}

function source(path, allowed) {
  const file = resolve(path);
  if (!existsSync(file)) return { error: `${path} not found from ${process.cwd()}` };
  const real = realpathSync(file);
  if (!allowed.some((root) => isInside(real, root))) return { error: `${path} lies outside ${allowed.join(", ")}` };
  return { contents: readFileSync(real, "utf8") };
}

function isInside(file, root) {
  const path = relative(root, file);
  return !path.startsWith("..") && !isAbsolute(path);
}

// The wasm build is 32 bits wide and prints built-ins' ids as 2^32 - n; readers of the AST expect -n.
function signedIds(output) {
  for (const { ast } of Object.values(output.sources ?? {})) visit(ast);
  return output;
}

function visit(node) {
  if (Array.isArray(node)) return node.forEach(visit);
  if (node === null || typeof node !== "object") return;
  if (node.referencedDeclaration > BUILT_IN_FLOOR) node.referencedDeclaration -= 2 ** 32;
  if (node.overloadedDeclarations) {
    node.overloadedDeclarations = node.overloadedDeclarations.map((id) => (id > BUILT_IN_FLOOR ? id - 2 ** 32 : id));
  }
  Object.values(node).forEach(visit);
}
