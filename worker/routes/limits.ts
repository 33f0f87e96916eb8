/** Says whether a caller may go on. In memory on Node; a host with several instances may bring its own. */
export interface Limiter {
  /** Takes `cost` from the caller's bucket. 0: go on. Else: the seconds to wait. */
  take(key: string, cost?: number): number;
  /** The seconds to wait before `cost` would be there; takes nothing. */
  wait(key: string, cost?: number): number;
}

export interface Rate {
  /** Tokens a full bucket holds. */
  burst: number;
  perSecond: number;
}

/** Buckets kept before full ones are swept out; bounds the memory a crowd of addresses can take. */
const SWEEP_AT = 10_000;

/** A token bucket for each caller. `now` in milliseconds. */
export function tokenBuckets({ burst, perSecond }: Rate, now: () => number): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const level = (key: string): number => {
    const bucket = buckets.get(key);
    if (bucket === undefined) return burst;
    return Math.min(burst, bucket.tokens + (Math.max(0, now() - bucket.at) / 1000) * perSecond);
  };
  const missing = (key: string, cost: number): number => {
    const short = Math.min(cost, burst) - level(key);
    return short <= 0 ? 0 : Math.max(1, Math.ceil(short / perSecond));
  };
  return {
    wait: (key, cost = 1) => missing(key, cost),
    take(key, cost = 1) {
      const seconds = missing(key, cost);
      if (seconds > 0) return seconds;
      const tokens = level(key) - cost;
      if (buckets.size >= SWEEP_AT) for (const old of [...buckets.keys()]) if (level(old) >= burst) buckets.delete(old);
      buckets.set(key, { tokens, at: now() });
      return 0;
    },
  };
}

export interface Limits {
  /** Failed sign-ins, by address. */
  signIn: Limiter;
  /** Requests without a token, by address. */
  address: Limiter;
  /** Requests with one, by person. */
  person: Limiter;
  /** Requests of other systems, by their token. */
  token: Limiter;
}

export const DEFAULT_RATES: Record<keyof Limits, Rate> = {
  signIn: { burst: 20, perSecond: 1 / 15 },
  address: { burst: 120, perSecond: 4 },
  person: { burst: 120, perSecond: 10 },
  token: { burst: 60, perSecond: 1 },
};

export function memoryLimits(rates: Partial<Record<keyof Limits, Rate>>, now: () => number): Limits {
  const of = (name: keyof Limits) => tokenBuckets(rates[name] ?? DEFAULT_RATES[name], now);
  return { signIn: of("signIn"), address: of("address"), person: of("person"), token: of("token") };
}
