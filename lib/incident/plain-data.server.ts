import type { Root } from 'mdast';

/**
 * Content may be written by people who may not change the code, so a body is
 * prose and data: no import or export, no expression but literal data, no
 * element but the house's components. What is refused is named with its line.
 */
export function plainDataOnly() {
  return (tree: Root): void => walk(tree as Node);
}

interface Node {
  type: string;
  name?: string | null;
  url?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

function walk(node: Node): void {
  if (node.type === 'mdxjsEsm') throw fault(node, 'import and export are');
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    throw fault(node, 'an expression in braces is');
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkElement(node);
  // An image is loaded from elsewhere; a link may be a script. Internal links begin with / or #.
  if (node.type.startsWith('image')) throw fault(node, 'an image is');
  if (node.url !== undefined && !/^(https?:\/\/|\/(?!\/)|#)/.test(node.url))
    throw fault(node, `the address ${node.url} is`);
  node.children?.forEach(walk);
}

function checkElement(node: Node): void {
  if (!/^[A-Z][A-Za-z]*$/.test(node.name ?? '')) throw fault(node, `<${node.name ?? ''}> is`);
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute') throw fault(node, 'a spread of attributes is');
    const value = attribute.value;
    if (value === null || value === undefined || typeof value === 'string') continue;
    const program = (value as { data?: { estree?: { body: { expression?: Expression }[] } } }).data?.estree;
    const expression = program?.body[0]?.expression;
    if (!expression || !isData(expression)) throw fault(node, `code in the attribute ${attribute.name} is`);
  }
}

interface Expression {
  type: string;
  operator?: string;
  argument?: Expression;
  elements?: (Expression | null)[];
  properties?: { type: string; computed?: boolean; kind?: string; value?: Expression }[];
  expressions?: Expression[];
}

/** Literals, arrays and objects of them, and text in backquotes without holes. */
function isData(node: Expression): boolean {
  if (node.type === 'Literal') return true;
  if (node.type === 'TemplateLiteral') return node.expressions?.length === 0;
  if (node.type === 'UnaryExpression')
    return node.operator === '-' && !!node.argument && isData(node.argument);
  if (node.type === 'ArrayExpression')
    return (node.elements ?? []).every((element) => !!element && isData(element));
  if (node.type === 'ObjectExpression') {
    return (node.properties ?? []).every(
      (property) =>
        property.type === 'Property' && !property.computed && !!property.value && isData(property.value),
    );
  }
  return false;
}

function fault(node: Node, what: string): Error {
  return new Error(
    `Line ${node.position?.start.line ?? '?'} of the body: ${what} refused. A body is Markdown and the house's components with plain data.`,
  );
}
