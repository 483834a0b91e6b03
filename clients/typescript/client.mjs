/** Why an installation refused: `code` is what a program decides by, `faults` names what is wrong with which of a list. */
export class TiendoError extends Error {
  constructor(status, problem) {
    super(problem.message?.en ?? problem.title ?? `HTTP ${status}`);
    this.name = 'TiendoError';
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.facts = problem.facts ?? {};
    this.faults = problem.faults ?? [];
    this.requestId = problem.requestId;
  }
}

const mostWaits = 5;

export class TiendoClient {
  #address;
  #key;

  constructor({ address, key }) {
    this.#address = address.replace(/\/+$/, '');
    this.#key = key;
  }

  /** The answer of one operation ("GET /api/duties"): its JSON, or the whole Response where it is a file. */
  async call(operation, input = {}) {
    const response = await this.#ask(operation, input);
    const type = response.headers.get('content-type') ?? '';
    if (response.status === 204) return null;
    if (response.ok) return type.startsWith('application/json') ? response.json() : response;
    throw new TiendoError(response.status, await response.json().catch(() => ({})));
  }

  /** All pages of a list that is read by cursor, one after another. */
  async *pages(operation, { query, ...input } = {}) {
    let after = query?.after;
    do {
      const page = await this.call(operation, { ...input, query: { ...query, ...(after && { after }) } });
      yield page.rows;
      after = page.next;
    } while (after);
  }

  async #ask(operation, { params = {}, query = {}, body, idempotencyKey, signal }) {
    const [method, path] = operation.split(' ');
    const url = new URL(this.#address + path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name])));
    for (const [name, value] of Object.entries(query))
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) url.searchParams.append(name, one);
    const isForm = body instanceof FormData;
    const headers = {
      authorization: `Bearer ${this.#key}`,
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      // A header holds no Vietnamese letters.
      ...(idempotencyKey && { 'idempotency-key': encodeURIComponent(idempotencyKey) }),
    };
    const sent = body === undefined || isForm ? body : JSON.stringify(body);
    for (let waits = 0; ; waits += 1) {
      const response = await fetch(url, { method, headers, body: sent, signal });
      if (response.status !== 429 || waits >= mostWaits) return response;
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after') ?? 1)));
    }
  }
}
