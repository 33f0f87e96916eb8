/**
 * Google lets one service account write 60 times in a minute, and read as often. In no minute are more asked for than a full
 * bucket and what flows in: 20 + 60 * 2/3 = 60.
 */
const BURST = 20;
const PER_MS = 2 / 3000;

/** One bucket for everything a collector asks of Google. `take` answers the milliseconds to wait; 0: taken. */
export function openPace(now: () => number): { take(requests: number): number } {
  let tokens = BURST;
  let at = now();
  return {
    take(requests) {
      const time = now();
      tokens = Math.min(BURST, tokens + Math.max(0, time - at) * PER_MS);
      at = time;
      // Fractions of a token do not add up exactly.
      if (tokens + 1e-6 < requests) return Math.ceil((requests - tokens) / PER_MS);
      tokens -= requests;
      return 0;
    },
  };
}
