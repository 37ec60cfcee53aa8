/** Numbers of which nobody knows yet how many will come. */
export class GrowingFloats {
  #values = new Float32Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length++;
  }

  /** Shares memory with this. */
  values(): Float32Array {
    return this.#values.subarray(0, this.#length);
  }
}
