/** Lets the event loop turn until a condition has held for a few turns. */
export async function quiet(holds: () => boolean, later: (run: () => void) => void): Promise<void> {
  for (let still = 0; still < 4; ) {
    await new Promise<void>((resolve) => later(resolve));
    still = holds() ? still + 1 : 0;
  }
}
