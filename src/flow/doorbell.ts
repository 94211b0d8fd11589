/** Lets one loop wake another at once, instead of waiting for its next look. A ring while nobody waits is kept. */
export class Doorbell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves at the next ring, after `mostMs`, or when the signal comes; at once when it rang since the last wait. */
  async wait(mostMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        const stop = () => resolve();
        signal.addEventListener('abort', stop, { once: true });
        this.#wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    this.#rung = false;
  }
}
