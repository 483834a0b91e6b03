type Field = Pick<HTMLInputElement, 'value' | 'isConnected'>;

/** What fields held before anybody typed in them, so that it can be told whether words would be lost. */
export class TypedWords {
  readonly #before = new Map<Field, string>();

  /** Told before the first letter arrives. */
  begin(field: Field): void {
    if (!this.#before.has(field)) this.#before.set(field, field.value);
  }

  /** A field that is gone has been sent or was given up on purpose. */
  areThere(): boolean {
    return [...this.#before].some(([field, before]) => field.isConnected && field.value !== before);
  }
}

/** What is typed to find something is no loss. */
const forSearching = '[type="search"], [inputmode="search"], [role="combobox"], [aria-haspopup="listbox"]';

/** @returns what ends the watching */
export function watchTyping(place: HTMLElement, words: TypedWords): () => void {
  const note = ({ target }: Event) => {
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (field && !target.matches(forSearching)) words.begin(target);
  };
  place.addEventListener('beforeinput', note);
  return () => place.removeEventListener('beforeinput', note);
}
