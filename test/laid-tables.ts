import { type Node, parse, parsePlPgSQL } from 'libpg-query';

/** How a statement asks tables whose rows lie by province, as far as its words tell. */
export type Asking = {
  /** 'oneProvince': each is bound to a given one; 'together': joined by it; 'everywhere': one table alone, not bound; 'apart': not joined by it. */
  how: 'oneProvince' | 'together' | 'everywhere' | 'apart';
  tables: string[];
  /** Functions that it calls. */
  calls: string[];
};

type Place = { table: string } | { derived: string } | { given: true };
/** A province that is given. */
const given: Place = { given: true };
type Scope = { names: Map<string, Place>; above: Scope | undefined };
type Tree = Record<string, unknown>;

/** Words of names in lists of nodes. */
const wordsOf = (nodes: unknown): string[] =>
  (nodes as { String?: { sval: string } }[]).map((node) => node.String?.sval ?? '*');

/** Which rows are bound to lie together: sets that grow into each other. */
class Ties {
  readonly #above = new Map<Place, Place>();
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
}

class Walk {
  readonly ties = new Ties();
  readonly tables: { table: string }[] = [];
  readonly calls = new Set<string>();
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
    if (kind === 'SelectStmt' && tree.op !== undefined && tree.op !== 'SETOP_NONE') this.#union(tree, scope);
    else if (['SelectStmt', 'UpdateStmt', 'DeleteStmt', 'InsertStmt'].includes(kind)) this.statement(tree, scope);
    else {
      if (kind === 'FuncCall') this.calls.add(wordsOf(tree.funcname).at(-1) ?? '');
      this.any(tree, scope);
    }
  }

  /** The two sides of a union stand beside each other: neither sees what the other reads. */
  #union(tree: Tree, scope: Scope | undefined): void {
    const inner = this.#withNames(tree, { names: new Map(), above: scope });
    this.#one('SelectStmt', tree.larg as Tree, inner);
    this.#one('SelectStmt', tree.rarg as Tree, inner);
  }

  #withNames(tree: Tree, scope: Scope): Scope {
    const { ctes = [] } = (tree.withClause ?? {}) as { ctes?: { CommonTableExpr: Tree }[] };
    for (const { CommonTableExpr: one } of ctes) {
      const name = String(one.ctename);
      scope.names.set(name, { derived: name });
      this.#derived(scope.names.get(name) as Place, one.ctequery, scope);
    }
    return scope;
  }

  statement(tree: Tree, above: Scope | undefined): Scope {
    const scope = this.#withNames(tree, { names: new Map(), above });
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
      if ('table' in place && this.#laid.has(name)) this.tables.push(place);
      scope.names.set(alias ?? name, place);
    } else if (kind === 'JoinExpr') {
      this.#source(tree.larg as Tree, scope);
      this.#source(tree.rarg as Tree, scope);
      this.#conditions(tree.quals, scope);
      this.any(tree.quals, scope);
    } else if (kind === 'RangeSubselect') {
      const place = { derived: alias ?? '' };
      this.#derived(place, tree.subquery, scope);
      scope.names.set(alias ?? '', place);
    } else this.any(source, scope);
  }

  /** A question whose answer is read like a table: its column `province` is that of what it reads. */
  #derived(place: Place, query: unknown, scope: Scope): void {
    const tree = (query as { SelectStmt?: Tree }).SelectStmt;
    if (!tree || (tree.op !== undefined && tree.op !== 'SETOP_NONE')) {
      this.any(query, scope);
      return;
    }
    const inner = this.statement(tree, scope);
    for (const target of (tree.targetList ?? []) as { ResTarget?: { val?: Tree; name?: string } }[]) {
      const fields = (target.ResTarget?.val?.ColumnRef as { fields?: Node[] } | undefined)?.fields;
      if (!fields) continue;
      const words = wordsOf(fields);
      if (words.at(-1) !== 'province' && words.at(-1) !== '*') continue;
      const from = words.length > 1 ? [find(inner, words[0] ?? '')] : [...inner.names.values()];
      for (const one of from) if (one !== undefined && one !== place) this.ties.tie(place, one);
    }
  }

  /** What must hold for every row: the parts of an "and". */
  #conditions(node: unknown, scope: Scope): void {
    const { BoolExpr, A_Expr } = (node ?? {}) as { BoolExpr?: { boolop: string; args: unknown[] }; A_Expr?: Tree };
    if (BoolExpr?.boolop === 'AND_EXPR') for (const one of BoolExpr.args) this.#conditions(one, scope);
    if (!A_Expr || (A_Expr.kind !== 'AEXPR_OP' && A_Expr.kind !== 'AEXPR_OP_ANY') || wordsOf(A_Expr.name)[0] !== '=')
      return;
    const [one, other] = [this.#province(A_Expr.lexpr, scope), this.#province(A_Expr.rexpr, scope)];
    if (one && other) this.ties.tie(one, other);
  }

  /** Whose province stands there. */
  #province(node: unknown, scope: Scope): Place | undefined {
    const tree = (node ?? {}) as {
      ColumnRef?: { fields: Node[] };
      TypeCast?: { arg: unknown };
      ParamRef?: unknown;
      A_Const?: unknown;
    };
    if (tree.TypeCast) return this.#province(tree.TypeCast.arg, scope);
    if (tree.ParamRef || tree.A_Const) return given;
    const words = tree.ColumnRef ? wordsOf(tree.ColumnRef.fields) : [];
    if (words.length === 1 && this.#arguments.has(words[0] ?? '')) return given;
    if (words.at(-1) !== 'province') return undefined;
    if (words.length > 1) return find(scope, words[0] ?? '');
    return scope.names.size === 1 ? [...scope.names.values()][0] : undefined;
  }
}

function find(scope: Scope | undefined, name: string): Place | undefined {
  return scope && (scope.names.get(name) ?? find(scope.above, name));
}

/** @param parameters of the function whose body it is: as good as given */
export async function askingOf(
  text: string,
  laid: ReadonlySet<string>,
  parameters: readonly string[] = [],
): Promise<Asking[]> {
  const { stmts = [] } = await parse(text);
  return stmts.flatMap(({ stmt }) => {
    const walk = new Walk(laid, parameters);
    walk.any(stmt, undefined);
    const { ties, tables } = walk;
    const roots = tables.map((table) => ties.root(table)).filter((root) => root !== ties.root(given));
    const unbound = new Set(roots).size;
    const alone = roots.length === 1 ? 'everywhere' : 'together';
    const how = unbound === 0 ? 'oneProvince' : unbound > 1 ? 'apart' : alone;
    return [{ how, tables: [...new Set(tables.map(({ table }) => table))].sort(), calls: [...walk.calls] }];
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
