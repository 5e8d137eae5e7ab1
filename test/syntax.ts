import { parseSync } from "vite";
import type { SourceFile } from "./source-files.ts";

/** A node of a syntax tree: its type, where it stands in the code, and its parts. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** A function of a file, with the name that a reader would give it. */
export interface FunctionLength {
  readonly name: string;
  readonly lines: number;
}

/** Every node of a file, parents before their parts. `parents` leads from the file down to the node. */
export function* nodesOf({ path, code }: SourceFile): Generator<{
  readonly node: SyntaxNode;
  readonly parents: readonly SyntaxNode[];
}> {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]!.message}`);
  yield* walk(program as unknown as SyntaxNode, []);
}

function* walk(
  node: SyntaxNode,
  parents: readonly SyntaxNode[],
): Generator<{ node: SyntaxNode; parents: readonly SyntaxNode[] }> {
  yield { node, parents };
  const below = [...parents, node];
  for (const part of Object.values(node))
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) yield* walk(child, below);
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** How many lines each function of a file spans, comments and inner functions included; markup counts as one line. */
export function functionLengths(file: SourceFile): readonly FunctionLength[] {
  const lengths = new Map<SyntaxNode, FunctionLength>();
  const linesOf = (node: SyntaxNode) => file.code.slice(node.start, node.end).split("\n").length;
  for (const { node, parents } of nodesOf(file)) {
    if (FUNCTIONS.has(node.type)) lengths.set(node, { name: nameOf(node, parents), lines: linesOf(node) });
    if (!isMarkup(node)) continue;
    for (const [index, holder] of parents.entries()) {
      const length = lengths.get(holder);
      const isOutermost = !parents.slice(index + 1).some(isMarkup);
      if (length && isOutermost) lengths.set(holder, { ...length, lines: length.lines - linesOf(node) + 1 });
    }
  }
  return [...lengths.values()];
}

const isMarkup = (node: SyntaxNode): boolean => node.type === "JSXElement" || node.type === "JSXFragment";

/** The function's own name, or that of the variable, property or method that holds it; else of what it is given to. */
function nameOf(node: SyntaxNode, parents: readonly SyntaxNode[]): string {
  for (const holder of [node, ...parents.toReversed()]) {
    const key = holder.id ?? holder.key;
    if (isNode(key) && typeof key.name === "string") return key.name;
  }
  return "(without a name)";
}

/** Calls and members that look at the world: `Date.now`, `process.env` …, each with its place in the code. */
export function worldReads(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const { node } of nodesOf(file)) {
    const text = file.code.slice(node.start, node.end);
    if (
      node.type === "MemberExpression" &&
      READS.some((read) => text === read || text === `globalThis.${read}`)
    )
      found.push(text);
    if (node.type === "NewExpression" && /^new Date(\(\s*\))?$/.test(text)) found.push(text);
    if (node.type === "CallExpression" && /^Date\(/.test(text)) found.push(text);
  }
  return found;
}

const READS = [
  "Date.now",
  "Math.random",
  "Temporal.Now",
  "performance.now",
  "process.env",
  "process.hrtime",
  "crypto.randomUUID",
  "crypto.getRandomValues",
];

const TEXTS = new Set(["Literal", "JSXText", "TemplateLiteral"]);
/** Two letters make a word; a single one is a unit or a mark. */
const JAPANESE = /[ぁ-んァ-ヶ\u3400-\u9fff].*[ぁ-んァ-ヶ\u3400-\u9fff]/s;

/** Every text of a file that says something in Japanese: strings, templates and text between tags. */
export function japaneseTexts(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const { node } of nodesOf(file)) {
    const isText = TEXTS.has(node.type) && node.regex === undefined;
    const text = file.code.slice(node.start, node.end).trim();
    if (isText && JAPANESE.test(text)) found.push(text);
  }
  return found;
}
