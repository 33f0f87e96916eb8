interface Place {
  from: number;
  to: number;
}

/**
 * Of rows paired across two versions, those that changed places: as few as can explain the new order. A row put in or taken out
 * pushes others along and moves none of them.
 */
export function movedPairs(pairs: readonly Place[]): Place[] {
  const inOrder = [...pairs].sort((a, b) => a.from - b.from);
  const stayed = new Set(longestRising(inOrder));
  return inOrder.filter((pair) => !stayed.has(pair));
}

/** A longest run of pairs whose `to` rises (patience sorting, n log n). */
function longestRising(pairs: readonly Place[]): Place[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [i, { to }] of pairs.entries()) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const run: Place[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(pairs[i]!);
  return run;
}
