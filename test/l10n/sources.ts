import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallExpression, type Expression, type Program, parseSync, Visitor } from 'oxc-parser';
import { extensionFolder } from '../host/folders.ts';

/** A source file, parsed. */
export interface SourceFile {
  readonly program: Program;
  /** Where something stands: "src/ui/session.ts:41". */
  readonly at: (node: { readonly start: number }) => string;
}

/** A text that the code shows. */
export interface Text {
  /** What it is found by in a bundle: the English text, and after a slash what tells it from another of the same words. */
  readonly key: string;
  readonly text: string;
  /** For translators. */
  readonly comment: readonly string[];
  readonly at: string;
}

/** What the sources say about texts. */
export interface SourceTexts {
  readonly texts: readonly Text[];
  /** Calls of `t` whose text is known only when they run: nobody could translate it. */
  readonly unreadable: readonly string[];
  /** Calls of `t` that run when their file is loaded, perhaps before the language is known. */
  readonly early: readonly string[];
}

/** Every file of the extension's code. */
export function sourceFiles(): SourceFile[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: extensionFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .sort()
    .map((file) => parse(file, readFileSync(join(extensionFolder, file), 'utf8')));
}

export function parse(file: string, source: string): SourceFile {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  return { program, at: ({ start }) => `${file}:${source.slice(0, start).split('\n').length}` };
}

/** The texts of all calls of `t`, in the order of the files. */
export function readTexts(files: readonly SourceFile[]): SourceTexts {
  const texts: Text[] = [];
  const unreadable: string[] = [];
  const early: string[] = [];
  for (const { program, at } of files) {
    let depth = 0;
    const enter = () => void depth++;
    const leave = () => void depth--;
    new Visitor({
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      TaggedTemplateExpression: (template) => {
        if (isT(template.tag)) unreadable.push(at(template));
      },
      CallExpression: (call) => {
        if (!isT(call.callee)) return;
        if (depth === 0) early.push(at(call));
        const text = textOf(call);
        if (text) texts.push({ ...text, at: at(call) });
        else unreadable.push(at(call));
      },
    }).visit(program);
  }
  return { texts, unreadable, early };
}

export function isT(callee: Expression): boolean {
  return callee.type === 'Identifier' && callee.name === 't';
}

/** `t("…")`, or `t({ message: "…", comment: ["…"] })`. */
function textOf({ arguments: [first] }: CallExpression): Omit<Text, 'at'> | undefined {
  if (first?.type === 'Literal' && typeof first.value === 'string') {
    return { key: first.value, text: first.value, comment: [] };
  }
  if (first?.type !== 'ObjectExpression') return undefined;
  const fields = new Map<string, unknown>();
  for (const property of first.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return undefined;
    fields.set(property.key.name, literal(property.value));
  }
  const [text, comment] = [fields.get('message'), fields.get('comment')];
  if (typeof text !== 'string' || !Array.isArray(comment)) return undefined;
  return { key: `${text}/${comment.join('')}`, text, comment };
}

function literal(node: Expression): unknown {
  if (node.type === 'Literal') return node.value;
  if (node.type !== 'ArrayExpression') return undefined;
  return node.elements.map((one) => (one?.type === 'Literal' ? one.value : undefined));
}
