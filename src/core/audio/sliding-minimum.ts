/** Least of the last `length` values, as if values before the first had been larger. */
export class SlidingMinimum {
  /** Values that may still become the least, rising, with the numbers of their places: a ring. */
  readonly #values: Float64Array;
  readonly #places: Float64Array;
  #first = 0;
  #count = 0;
  #place = 0;

  constructor(private readonly length: number) {
    this.#values = new Float64Array(length);
    this.#places = new Float64Array(length);
  }

  next(value: number): number {
    if (this.#count > 0 && (this.#places[this.#first] as number) <= this.#place - this.length) this.#dropFirst();
    while (this.#count > 0 && (this.#values[this.#at(this.#count - 1)] as number) >= value) this.#count--;
    const end = this.#at(this.#count);
    this.#values[end] = value;
    this.#places[end] = this.#place++;
    this.#count++;
    return this.#values[this.#first] as number;
  }

  #dropFirst(): void {
    this.#first = this.#at(1);
    this.#count--;
  }

  #at(offset: number): number {
    const index = this.#first + offset;
    return index < this.length ? index : index - this.length;
  }
}
