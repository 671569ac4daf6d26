import { type ESTree, parseAst, Visitor } from 'vite';

/** Browser features that a script uses, by static analysis. */
export interface ScriptUses {
  /** Names without a declaration in the script. */
  readonly globals: ReadonlySet<string>;
  /** Members of global names: `URL.canParse`. */
  readonly statics: ReadonlySet<string>;
  /** Names of members of any object. */
  readonly members: ReadonlySet<string>;
  /** Names of members that the script defines on its own objects. */
  readonly ownMembers: ReadonlySet<string>;
  /** Names of events with listeners. */
  readonly events: ReadonlySet<string>;
  /** Methods called on the result of a method that returns an iterator: `values().map`. */
  readonly onIterators: ReadonlySet<string>;
  /** String literals, some of which are markup. */
  readonly texts: ReadonlySet<string>;
}

/** Names under which the global names are members. */
const GLOBAL_OBJECTS = ['globalThis', 'self', 'window'];
const ITERATOR_METHODS = ['entries', 'keys', 'matchAll', 'values'];

/** Analyses the features used by a script or module. */
export function usesOf(code: string): ScriptUses {
  const declared = new Set<string>();
  const named: { readonly name: string; readonly start: number }[] = [];
  /** Positions of identifiers that are property keys, not values. */
  const keys = new Set<number>();
  const pairs: (readonly [object: string, member: string])[] = [];
  const members = new Set<string>();
  const ownMembers = new Set<string>();
  const events = new Set<string>();
  const onIterators = new Set<string>();
  const texts = new Set<string>();

  function declare(...patterns: readonly (ESTree.Node | null)[]): void {
    for (const name of patterns.flatMap(namesIn)) declared.add(name);
  }

  function takeKey(node: ESTree.Node, isComputed: boolean): void {
    if (!isComputed) keys.add(node.start);
  }

  /** Notes the name of a member that comes to be here; where it is its value as well, it names that. */
  function takeOwn(node: ESTree.Node, isComputed: boolean, isValue = false): void {
    takeKey(node, isComputed || isValue);
    const name = nameOf(node, isComputed);
    if (name !== undefined) ownMembers.add(name);
  }

  new Visitor({
    Identifier: (node) => void named.push(node),
    VariableDeclarator: ({ id }) => declare(id),
    FunctionDeclaration: ({ id, params }) => declare(id, ...params),
    FunctionExpression: ({ id, params }) => declare(id, ...params),
    ArrowFunctionExpression: ({ params }) => declare(...params),
    ClassDeclaration: ({ id }) => declare(id),
    ClassExpression: ({ id }) => declare(id),
    CatchClause: ({ param }) => declare(param),
    ImportSpecifier: ({ local }) => declare(local),
    ImportDefaultSpecifier: ({ local }) => declare(local),
    ImportNamespaceSpecifier: ({ local }) => declare(local),
    MethodDefinition: ({ key, computed }) => takeOwn(key, computed),
    PropertyDefinition: ({ key, computed }) => takeOwn(key, computed),
    Property: ({ key, computed, shorthand }) => takeKey(key, computed || shorthand),
    ObjectExpression: ({ properties }) => {
      for (const property of properties)
        if (property.type === 'Property')
          takeOwn(property.key, property.computed, property.shorthand);
    },
    AssignmentExpression: ({ left }) => {
      if (left.type === 'MemberExpression') takeOwn(left.property, left.computed);
    },
    ObjectPattern: ({ properties }) => {
      for (const property of properties) {
        const name = property.type === 'Property' && nameOf(property.key, property.computed);
        if (name) members.add(name);
      }
    },
    MemberExpression: ({ object, property, computed }) => {
      takeKey(property, computed);
      const name = nameOf(property, computed);
      if (name === undefined) return;
      members.add(name);
      if (object.type === 'Identifier') pairs.push([object.name, name]);
      const method = methodCalledBy(object);
      if (method && ITERATOR_METHODS.includes(method)) onIterators.add(`${method}().${name}`);
    },
    CallExpression: ({ callee, arguments: [first] }) => {
      const name = callee.type === 'Identifier' ? callee.name : memberOf(callee);
      const event = first && textOf(first);
      if (name === 'addEventListener' && event !== undefined) events.add(event);
    },
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.add(value);
    },
    TemplateElement: ({ value }) => {
      texts.add(value.cooked ?? '');
    },
  }).visit(parseAst(code));

  const isGlobal = (name: string) => !declared.has(name);
  const globals = new Set(
    named.filter(({ name, start }) => !keys.has(start) && isGlobal(name)).map(({ name }) => name),
  );
  const statics = new Set<string>();
  for (const [object, member] of pairs.filter(([name]) => isGlobal(name))) {
    if (GLOBAL_OBJECTS.includes(object)) globals.add(member);
    else statics.add(`${object}.${member}`);
  }
  return { globals, statics, members, ownMembers, events, onIterators, texts };
}

/** Names the parts of a script that browsers without ES2015 cannot read, as far as people use them unawares. */
export function newSyntaxOf(code: string): readonly string[] {
  const found: string[] = [];
  const note = ({ type }: ESTree.Node) => void found.push(type);
  new Visitor({
    VariableDeclaration: ({ kind }) => {
      if (kind !== 'var') found.push(kind);
    },
    ArrowFunctionExpression: note,
    ArrayPattern: note,
    AssignmentPattern: note,
    ChainExpression: note,
    ClassDeclaration: note,
    ForOfStatement: note,
    ObjectPattern: note,
    SpreadElement: note,
    TemplateLiteral: note,
  }).visit(parseAst(code));
  return found;
}

/** The names bound by a pattern. */
function namesIn(pattern: ESTree.Node | null): readonly string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'ObjectPattern':
      return pattern.properties.flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'Property':
      return namesIn(pattern.value);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** The name of a member, unless it is computed. */
function nameOf(key: ESTree.Node, isComputed: boolean): string | undefined {
  return key.type === 'Identifier' && !isComputed ? key.name : textOf(key);
}

/** The text of a literal; minifiers write strings as templates too. */
function textOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal') return String(node.value);
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function memberOf(node: ESTree.Node): string | undefined {
  if (node.type === 'ChainExpression') return memberOf(node.expression);
  return node.type === 'MemberExpression' ? nameOf(node.property, node.computed) : undefined;
}

/** The name of the method whose call gives a value; those of `Object` give lists. */
function methodCalledBy(node: ESTree.Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  const isOfObject = object.type === 'Identifier' && object.name === 'Object';
  return isOfObject ? undefined : memberOf(node.callee);
}
