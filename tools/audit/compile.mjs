// Keep the compiler warm: for each line {file, text, targets}, compile the targets with that text in the file's place.
//
//   node tools/audit/compile.mjs '{"remappings": [...], "evmVersion": "..."}' < changes
//
// Answers each with a line {contracts: {"file:Name": bytecode}}, empty where the text does not compile.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const solc = createRequire(import.meta.url)("solc");
process.removeAllListeners("uncaughtException"); // Emscripten's, which would hide ours
process.stdout.on("error", () => process.exit(1)); // nobody reads any more

const settings = JSON.parse(process.argv[2]);
const read = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const change = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ contracts: compiled(change) })}\n`);
}

function compiled({ file, text, targets }) {
  const content = (path) => (path === file ? text : original(path));
  const sources = Object.fromEntries([...new Set([...targets, file])].map((path) => [path, { content: content(path) }]));
  const outputSelection = Object.fromEntries(targets.map((path) => [path, { "*": ["evm.bytecode.object"] }]));
  const input = { language: "Solidity", sources, settings: { ...settings, outputSelection } };
  const answer = JSON.parse(solc.compile(JSON.stringify(input), { import: (path) => found(path, content) }));
  if (answer.errors?.some(({ severity }) => severity === "error")) return {};
  return Object.fromEntries(
    Object.entries(answer.contracts).flatMap(([path, own]) =>
      Object.entries(own).map(([name, { evm }]) => [`${path}:${name}`, evm?.bytecode?.object ?? ""]),
    ),
  );
}

function found(path, content) {
  return existsSync(path) ? { contents: content(path) } : { error: `${path} is not there` };
}

function original(path) {
  if (!read.has(path)) read.set(path, readFileSync(path, "utf8"));
  return read.get(path);
}
