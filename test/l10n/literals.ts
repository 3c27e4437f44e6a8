import { type Node, Visitor, visitorKeys } from 'oxc-parser';
import { isT, type SourceFile } from './sources.ts';

/** Fields of what VS Code and the page show to people. */
const shown = new Set([
  ...['title', 'label', 'description', 'detail', 'tooltip', 'placeholder', 'placeHolder', 'prompt', 'text'],
  ...['message', 'accessibleLabel', 'summary', 'note', 'meaning', 'check', 'headline', 'aside'],
]);
const shownAttributes = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label']);
const asks = /^show(Information|Warning|Error)Message$/;
/** A word, which an abbreviation is not: CSV and SID are the same in every language. */
const word = /(?=\p{L}{2})\p{L}*\p{Ll}/u;
/** No words: icons, and how a SID begins. */
const signs = /\$\([a-z-]+\)|\b[A-Z]{2}…/g;
/** What is logged is for whoever helps, in one language. */
const logs = /^#?log$/;
/** Two words of which the second is not a name: a text, rather than an id or a style. */
const sentence = /\p{L}{2,} \p{Ll}{2,}/u;

/**
 * Texts in the code that are not in a call of `t`: "src/ui/x.ts:7 Some text".
 * All that stands where people read it, and whatever reads like a sentence.
 * Not looked at: what is thrown, which goes to the log, types, imports and class names.
 */
export function bareTexts({ program, at }: SourceFile): string[] {
  const found: string[] = [];
  const settled = new Set<Node>();
  const settle = (node: Node | null | undefined) => {
    for (const one of literalsIn(node)) settled.add(one);
  };
  const look = (node: Node, pattern: RegExp) => {
    const text = textOf(node);
    if (text === undefined || settled.has(node)) return;
    settled.add(node);
    if (pattern.test(text.replaceAll(signs, ''))) found.push(`${at(node)} ${text.trim()}`);
  };
  /** What a value can be, without what it is worked out from: `a ? b : c` can be b or c. */
  const lookAtValue = (node: Node | null | undefined) => {
    switch (node?.type) {
      case 'ConditionalExpression':
        lookAtValue(node.consequent);
        lookAtValue(node.alternate);
        return;
      case 'LogicalExpression':
      case 'BinaryExpression':
        lookAtValue(node.left);
        lookAtValue(node.right);
        return;
      case 'TemplateLiteral':
        for (const part of node.quasis) look(part, word);
        return;
      case 'Literal':
        look(node, word);
    }
  };
  new Visitor({
    ImportDeclaration: settle,
    ThrowStatement: settle,
    TSLiteralType: settle,
    CallExpression: (call) => {
      if (isT(call.callee)) settle(call.arguments[0]);
      const { callee } = call;
      const name = callee.type === 'MemberExpression' ? callee.property : callee;
      if (name.type === 'Identifier' && asks.test(name.name)) call.arguments.forEach(lookAtValue);
      if (callee.type === 'MemberExpression' && logs.test(lastName(callee.object) ?? '')) {
        call.arguments.forEach(settle);
      }
    },
    Property: ({ key, value }) => {
      if (key.type === 'Identifier' && shown.has(key.name)) lookAtValue(value);
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return;
      if (shown.has(left.property.name)) lookAtValue(right);
    },
    NewExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'TreeItem') lookAtValue(first);
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier') return;
      if (name.name === 'class') settle(value);
      if (shownAttributes.has(name.name)) lookAtValue(value);
    },
    JSXText: (node) => look(node, word),
    Literal: (node) => look(node, sentence),
    TemplateElement: (node) => look(node, sentence),
  }).visit(program);
  return found;
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateElement') return node.value.cooked ?? undefined;
  return node.type === 'JSXText' ? node.value : undefined;
}

/** "log" of `this.#log` and of `tools.log`. */
function lastName(node: Node): string | undefined {
  if (node.type === 'MemberExpression') return lastName(node.property);
  return node.type === 'Identifier' || node.type === 'PrivateIdentifier' ? node.name : undefined;
}

function* literalsIn(node: unknown): Generator<Node> {
  if (!isNode(node)) return;
  if (textOf(node) !== undefined) yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const children: unknown = Reflect.get(node, key);
    for (const child of Array.isArray(children) ? children : [children]) yield* literalsIn(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
