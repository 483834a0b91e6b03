import { type Node, parse, parsePlPgSQL } from 'libpg-query';

/**
 * How a question asks tables whose rows lie by province, as far as its words tell. A question here is what Citus plans by itself: a side of a
 * union, a subquery that does not look out of itself, or the statement around them with all that looks into it.
 */
export type Asking = {
  /**
   * 'oneProvince': each table is bound to a given one, so it goes to one machine. 'together': all are joined by it, 'someProvinces': and bound to
   * a list of them, so each machine answers for what it has. 'lookUp': where the one row of an id lies and nothing else, for what names it then;
   * each machine looks into an index. 'everywhere': one table alone, not bound, or rows that are to be held, which is done on one machine only.
   * 'apart': not joined by it, or asked anew for every row of tables that all machines have, which can be done at one of them only.
   */
  how: 'oneProvince' | 'together' | 'someProvinces' | 'lookUp' | 'everywhere' | 'apart';
  tables: string[];
};

/** A statement's questions, and the functions that it calls. */
export type Statement = { asks: Asking[]; calls: string[] };

type Place = { table: string } | { derived: string } | { given: true };
/** A province that is given. */
const given: Place = { given: true };
type Tree = Record<string, unknown>;

/** One `select`, `update`, `delete` or `insert`. */
class Block {
  readonly tables: { table: string }[] = [];
  readonly inner: Block[] = [];
  hasSources = false;
  looksOut = false;
  /** Its rows are held until the transaction ends. */
  holds = false;
  isLookUp = false;
}

/** `outside`: whether rows further out are there to be looked at. */
type Scope = { names: Map<string, Place>; above: Scope | undefined; block: Block; outside: boolean };

/** Words of names in lists of nodes. */
const wordsOf = (nodes: unknown): string[] =>
  (nodes as { String?: { sval: string } }[]).map((node) => node.String?.sval ?? '*');

/** Which rows are bound to lie together: sets that grow into each other. */
class Ties {
  readonly #above = new Map<Place, Place>();
  readonly #listed = new Set<Place>();
  root(place: Place): Place {
    const above = this.#above.get(place);
    return above === undefined ? place : this.root(above);
  }
  tie(one: Place, other: Place): void {
    const [from, to] = [this.root(one), this.root(other)];
    if (from === to) return;
    // What is given stays on top.
    if (from === given) this.#above.set(to, from);
    else this.#above.set(from, to);
  }
  /** Two tables bound to the same list are not joined by it. */
  list(place: Place): void {
    this.#listed.add(place);
  }
  isListed(root: Place): boolean {
    return [...this.#listed].some((place) => this.root(place) === root);
  }
}

class Walk {
  readonly ties = new Ties();
  readonly calls = new Set<string>();
  readonly outermost = new Block();
  readonly #laid: ReadonlySet<string>;
  readonly #arguments: ReadonlySet<string>;

  constructor(laid: ReadonlySet<string>, parameters: readonly string[]) {
    this.#laid = laid;
    this.#arguments = new Set(parameters);
  }

  any(value: unknown, scope: Scope | undefined): void {
    if (Array.isArray(value)) for (const one of value) this.any(one, scope);
    else if (typeof value === 'object' && value !== null)
      for (const [kind, tree] of Object.entries(value)) this.#one(kind, tree as Tree, scope);
  }

  #one(kind: string, tree: Tree, scope: Scope | undefined): void {
    if (['SelectStmt', 'UpdateStmt', 'DeleteStmt', 'InsertStmt'].includes(kind))
      this.#query(tree, scope, scope?.block.hasSources ?? false);
    else {
      if (kind === 'FuncCall') this.calls.add(wordsOf(tree.funcname).at(-1) ?? '');
      if (kind === 'LockingClause' && scope) scope.block.holds = true;
      if (kind === 'ColumnRef') this.#column(wordsOf(tree.fields), scope);
      this.any(tree, scope);
    }
  }

  /** Gives its sides, or itself where it is no union. */
  #query(tree: Tree, above: Scope | undefined, outside: boolean): { tree: Tree; scope: Scope }[] {
    const block = new Block();
    (above?.block ?? this.outermost).inner.push(block);
    const scope = this.#withNames(tree, { names: new Map(), above, block, outside });
    if (!isUnion(tree)) return [{ tree, scope: this.#statement(tree, scope) }];
    // Its two sides stand beside each other: neither sees what the other reads.
    return [tree.larg, tree.rarg].flatMap((side) => this.#query(side as Tree, scope, outside));
  }

  #withNames(tree: Tree, scope: Scope): Scope {
    const { ctes = [] } = (tree.withClause ?? {}) as { ctes?: { CommonTableExpr: Tree }[] };
    for (const { CommonTableExpr: one } of ctes) {
      const name = String(one.ctename);
      scope.names.set(name, { derived: name });
      this.#derived(scope.names.get(name) as Place, one.ctequery, scope, false);
    }
    return scope;
  }

  #statement(tree: Tree, scope: Scope): Scope {
    scope.block.isLookUp = isLookUp(tree);
    const { alias, relname } = (tree.relation ?? {}) as { alias?: { aliasname: string }; relname?: string };
    const target = alias?.aliasname ?? relname;
    if (tree.relation) this.#source({ RangeVar: tree.relation }, scope);
    for (const source of [tree.fromClause, tree.usingClause].flat()) if (source) this.#source(source as Tree, scope);
    this.#conditions(tree.whereClause, scope);
    if (tree.cols) this.#insert(tree.cols as { ResTarget: { name: string } }[], scope.names.get(String(target)));
    const { withClause: _, relation: __, fromClause: ___, usingClause: ____, ...rest } = tree;
    this.any(rest, scope);
    return scope;
  }

  /** A row that names its province is sent there. */
  #insert(columns: readonly { ResTarget: { name: string } }[], target: Place | undefined): void {
    if (target !== undefined && columns.some(({ ResTarget }) => ResTarget.name === 'province'))
      this.ties.tie(target, given);
  }

  #source(source: Tree, scope: Scope): void {
    const [kind = '', tree = {}] = Object.entries(source)[0] as [string, Tree];
    const alias = (tree.alias as { aliasname?: string } | undefined)?.aliasname;
    if (kind === 'RangeVar') {
      const name = String(tree.relname);
      const known = find(scope, name);
      const place: Place = known !== undefined && 'derived' in known ? known : { table: name };
      if ('table' in place && this.#laid.has(name)) scope.block.tables.push(place);
      scope.names.set(alias ?? name, place);
      scope.block.hasSources = true;
    } else if (kind === 'JoinExpr') {
      this.#source(tree.larg as Tree, scope);
      this.#source(tree.rarg as Tree, scope);
      this.#conditions(tree.quals, scope);
      this.any(tree.quals, scope);
    } else if (kind === 'RangeSubselect') {
      const place = { derived: alias ?? '' };
      this.#derived(place, tree.subquery, scope, tree.lateral === true);
      scope.names.set(alias ?? '', place);
      scope.block.hasSources = true;
    } else {
      this.any(source, scope);
      if (alias !== undefined) scope.names.set(alias, { derived: alias });
      scope.block.hasSources = true;
    }
  }

  /** A question whose answer is read like a table: its column `province` is that of what it reads. */
  #derived(place: Place, query: unknown, scope: Scope, outside: boolean): void {
    const [tree] = Object.values(query as Record<string, Tree>);
    if (tree) for (const side of this.#query(tree, scope, outside)) this.#exported(place, side);
  }

  #exported(place: Place, { tree, scope: inner }: { tree: Tree; scope: Scope }): void {
    for (const target of (tree.targetList ?? []) as { ResTarget?: { val?: Tree; name?: string } }[]) {
      const fields = (target.ResTarget?.val?.ColumnRef as { fields?: Node[] } | undefined)?.fields;
      if (!fields) continue;
      const words = wordsOf(fields);
      if (words.at(-1) !== 'province' && words.at(-1) !== '*') continue;
      const from = words.length > 1 ? [find(inner, words[0] ?? '')] : [...inner.names.values()];
      for (const one of from) if (one !== undefined && one !== place) this.ties.tie(place, one);
    }
  }

  /** What stands further out is looked at by its name; a column of several tables that does not say whose it is may be such. */
  #column(words: readonly string[], scope: Scope | undefined): void {
    const [name = ''] = words;
    if (scope === undefined || name === '*') return;
    if (words.length === 1) {
      if (scope.outside && scope.names.size !== 1 && !this.#arguments.has(name)) scope.block.looksOut = true;
      return;
    }
    for (let at: Scope | undefined = scope; at && !at.names.has(name); at = at.above)
      if (find(at.above, name) !== undefined) at.block.looksOut = true;
  }

  /** What must hold for every row: the parts of an "and". */
  #conditions(node: unknown, scope: Scope): void {
    const { BoolExpr, A_Expr } = (node ?? {}) as { BoolExpr?: { boolop: string; args: unknown[] }; A_Expr?: Tree };
    if (BoolExpr?.boolop === 'AND_EXPR') for (const one of BoolExpr.args) this.#conditions(one, scope);
    const kind = A_Expr?.kind;
    if (!A_Expr || (kind !== 'AEXPR_OP' && kind !== 'AEXPR_OP_ANY') || wordsOf(A_Expr.name)[0] !== '=') return;
    const [one, other] = [this.#province(A_Expr.lexpr, scope), this.#province(A_Expr.rexpr, scope)];
    if (!one || !other) return;
    if (kind === 'AEXPR_OP') this.ties.tie(one, other);
    else if (other === given) this.ties.list(one);
  }

  /** Whose province stands there. */
  #province(node: unknown, scope: Scope): Place | undefined {
    if (isGiven(node)) return given;
    const tree = (node ?? {}) as { ColumnRef?: { fields: Node[] }; TypeCast?: { arg: unknown } };
    if (tree.TypeCast) return this.#province(tree.TypeCast.arg, scope);
    const words = tree.ColumnRef ? wordsOf(tree.ColumnRef.fields) : [];
    if (words.length === 1 && this.#arguments.has(words[0] ?? '')) return given;
    if (words.at(-1) !== 'province') return undefined;
    if (words.length > 1) return find(scope, words[0] ?? '');
    return scope.names.size === 1 ? [...scope.names.values()][0] : undefined;
  }
}

const columnOf = (node: unknown): string | undefined => {
  const { ColumnRef } = (node ?? {}) as { ColumnRef?: { fields: Node[] } };
  return ColumnRef && wordsOf(ColumnRef.fields).at(-1);
};

function isGiven(node: unknown): boolean {
  const { TypeCast, ParamRef, A_Const } = (node ?? {}) as { TypeCast?: { arg: unknown } } & Tree;
  return TypeCast ? isGiven(TypeCast.arg) : ParamRef !== undefined || A_Const !== undefined;
}

/** `select id, province from … where id = $1`: by the key alone, and no more than where it lies. */
function isLookUp({ fromClause, whereClause, targetList, ...more }: Tree): boolean {
  const tables = [fromClause].flat() as ({ RangeVar?: Tree } | undefined)[];
  const { A_Expr: is } = (whereClause ?? {}) as { A_Expr?: Tree };
  const columns = ((targetList ?? []) as { ResTarget: { val: unknown } }[]).map(({ ResTarget }) =>
    columnOf(ResTarget.val),
  );
  return (
    more.relation === undefined &&
    tables.length === 1 &&
    tables[0]?.RangeVar !== undefined &&
    is?.kind === 'AEXPR_OP' &&
    wordsOf(is.name)[0] === '=' &&
    columnOf(is.lexpr) === 'id' &&
    isGiven(is.rexpr) &&
    columns.includes('province') &&
    columns.every((column) => column === 'id' || column === 'province')
  );
}

const isUnion = (tree: Tree): boolean => tree.op !== undefined && tree.op !== 'SETOP_NONE';

function find(scope: Scope | undefined, name: string): Place | undefined {
  return scope && (scope.names.get(name) ?? find(scope.above, name));
}

const blocksIn = (block: Block): Block[] => [block, ...block.inner.flatMap(blocksIn)];

/** A block with all that looks out of itself within it. */
const planned = (block: Block): Block[] => [block, ...block.inner.filter(({ looksOut }) => looksOut).flatMap(planned)];

/** The tables whose rows a block goes through, its own or those of what it reads like tables. */
const goneThrough = (block: Block): Place[] => [
  ...block.tables,
  ...block.inner.filter(({ looksOut }) => !looksOut).flatMap(goneThrough),
];

function asksOf({ outermost, ties }: Walk): Asking[] {
  const all = blocksIn(outermost);
  const isIn = (root: Place) => (table: Place) => ties.root(table) === root;
  const howOf = (unit: Block, tables: readonly Place[]): Asking['how'] => {
    const roots = new Set(tables.map((table) => ties.root(table)));
    roots.delete(ties.root(given));
    const [root, ...others] = roots;
    if (root === undefined) return 'oneProvince';
    if (others.length > 0 || !goneThrough(unit).some(isIn(root))) return 'apart';
    if (unit.holds) return 'everywhere';
    if (ties.isListed(root)) return 'someProvinces';
    const joined = all.flatMap((block) => block.tables).filter(isIn(root));
    if (joined.length > 1) return 'together';
    return unit.isLookUp && tables.length === 1 ? 'lookUp' : 'everywhere';
  };
  return all
    .filter((block) => !block.looksOut)
    .flatMap((unit) => {
      const tables = planned(unit).flatMap((block) => block.tables);
      if (tables.length === 0) return [];
      return [{ how: howOf(unit, tables), tables: [...new Set(tables.map(({ table }) => table))].sort() }];
    });
}

/** @param parameters of the function whose body it is: as good as given */
export async function statementsIn(
  text: string,
  laid: ReadonlySet<string>,
  parameters: readonly string[] = [],
): Promise<Statement[]> {
  const { stmts = [] } = await parse(text);
  return stmts.map(({ stmt }) => {
    const walk = new Walk(laid, parameters);
    walk.any(stmt, undefined);
    return { asks: asksOf(walk), calls: [...walk.calls] };
  });
}

/** parseMode of a whole statement; others are expressions, which ask no table here but through a `select`. */
const wholeStatement = 0;

/** The statements in a function of PL/pgSQL, but for those that it puts together from words. */
export async function statementsOf(definition: string): Promise<string[]> {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { PLpgSQL_expr: said } = value as { PLpgSQL_expr?: { query: string; parseMode?: number } };
    if (said)
      found.push(
        (said.parseMode ?? wholeStatement) === wholeStatement
          ? said.query
          : `select ${said.query.replace(/^\w+ := /, '')}`,
      );
    for (const one of Object.values(value)) look(one);
  };
  look(await parsePlPgSQL(definition));
  return found;
}
