interface Caller {
  resolve(): void;
  reject(error: unknown): void;
}

/** Runs one request at a time. While one runs, only the latest one waits: those before it are answered with it. */
export class LatestRequest<Request> {
  private running = false;
  private waiting: { request: Request; callers: Caller[] } | null = null;

  constructor(private readonly run: (request: Request) => Promise<void>) {}

  /** Settles with the run of this request, or of the later one that took its place. */
  ask(request: Request): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = { request, callers: [...(this.waiting?.callers ?? []), { resolve, reject }] };
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.waiting) {
      const { request, callers } = this.waiting;
      this.waiting = null;
      try {
        await this.run(request);
        for (const caller of callers) caller.resolve();
      } catch (error) {
        for (const caller of callers) caller.reject(error);
      }
    }
    this.running = false;
  }
}
