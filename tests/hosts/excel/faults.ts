/** What can go wrong between the add-in and Excel; a test turns it on. Defaults are Excel on the web's own limits. */
export class Faults {
  /** The user stands in a cell with the cursor blinking: every request is refused (office-js#806, #3388). */
  editMode = false;
  requestLimitBytes = 5 * 1024 * 1024;
  responseLimitBytes = 5 * 1024 * 1024;
  busyLeft = 0;
  eventsToDrop = 0;
  eventsToDouble = 0;
  holding = false;
  /** Hands over what was held; set by the event hub. */
  flush: () => void = () => {};
  nextCode: string | null = null;
  #between: (() => unknown)[] = [];
  #waiting: (() => void)[] = [];

  /** The next `times` requests find Excel too busy (429). */
  busy(times: number): void {
    this.busyLeft = times;
  }

  dropEvents(count: number): void {
    this.eventsToDrop = count;
  }

  doubleEvents(count: number): void {
    this.eventsToDouble = count;
  }

  holdEvents(): void {
    this.holding = true;
  }

  releaseEvents(): void {
    this.holding = false;
    this.flush();
  }

  /** Runs once, right before the next request is answered: what the user does between two syncs. */
  between(happens: () => unknown): void {
    this.#between.push(happens);
  }

  /** The next request fails as a whole with this code; nothing of it is done. */
  failNext(code: string): void {
    this.nextCode = code;
  }

  takeNextCode(): string | null {
    const code = this.nextCode;
    this.nextCode = null;
    return code;
  }

  async beforeRequest(): Promise<void> {
    const happens = this.#between.shift();
    if (happens !== undefined) await happens();
  }

  /** Resolves when the user has left the cell. */
  afterEditing(): Promise<void> {
    return this.editMode ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  leaveCell(): void {
    this.editMode = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
