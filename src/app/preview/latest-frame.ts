/** Draws frames one at a time. While one is being drawn only the latest request waits: older ones are of no use. */
export class LatestFrame {
  #wanted: number | null = null;
  #drawing = false;

  constructor(
    private readonly draw: (frame: number) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  request(frame: number): void {
    this.#wanted = frame;
    if (!this.#drawing) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#drawing = true;
    try {
      while (this.#wanted !== null) {
        const frame = this.#wanted;
        this.#wanted = null;
        await this.draw(frame);
      }
    } catch (error) {
      this.#wanted = null;
      this.onError(error);
    } finally {
      this.#drawing = false;
    }
  }
}
