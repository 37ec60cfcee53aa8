/** Names that change an object's prototype where a careless program copies them: no row has them. */
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype'];

/** A row of JSON from elsewhere. @throws SyntaxError saying what is wrong with it. */
export function parseForeignJson(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) => {
      if (FORBIDDEN_NAMES.includes(name)) throw new SyntaxError(`it has a field named “${name}”, as an attack would`);
      return value;
    });
  } catch (thrown) {
    // Each level takes its part of the stack.
    if (thrown instanceof RangeError)
      throw new SyntaxError('its lists lie too deep in each other, as an attack’s would');
    throw thrown;
  }
}

/** Cuts text that comes in pieces into lines, without their ends. The last line may lack its end. */
export class LineCutter {
  #rest = '';

  /** @param longest in characters. */
  constructor(private readonly longest: number) {}

  /** @throws RangeError for a line that is too long. */
  add(piece: string): string[] {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of [...lines, this.#rest]) {
      if (line.length > this.longest) throw new RangeError(`it has a line of more than ${this.longest} characters`);
    }
    return lines.filter((line) => line !== '');
  }

  end(): string[] {
    return this.#rest === '' ? [] : [this.#rest];
  }
}
