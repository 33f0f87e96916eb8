export interface SideBySide {
  /** Asked at the same time. */
  limit: number;
  /** Longer than this and the place counts as not answering. */
  timeoutMs: number;
}

/** What one place answered; `error` is why it did not, `late` when it took too long. */
export type Answer<T> = { value: T } | { error: unknown } | { late: true };

/**
 * Asks many places, some at a time, and answers in the order asked. One that fails or takes too long holds up none of the others:
 * its turn is passed on, and its answer, should it still come, is dropped.
 */
export async function askAll<T>(
  places: readonly string[],
  ask: (place: string) => Promise<T>,
  { limit, timeoutMs }: SideBySide,
): Promise<Answer<T>[]> {
  const answers: Answer<T>[] = new Array(places.length);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < places.length) {
      const mine = next++;
      answers[mine] = await within(timeoutMs, ask(places[mine]!));
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, places.length) }, work));
  return answers;
}

function within<T>(ms: number, asked: Promise<T>): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ late: true }), ms);
    asked
      .then(
        (value) => resolve({ value }),
        (error: unknown) => resolve({ error }),
      )
      .finally(() => clearTimeout(timer));
  });
}
