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
        const end = () => {
          clearTimeout(timer);
          // Also after `mostMs`: the signal lives as long as the program and would collect a listener with each wait.
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, mostMs);
        signal.addEventListener('abort', end);
        this.#wake = end;
      });
      this.#wake = undefined;
    }
    this.#rung = false;
  }
}
