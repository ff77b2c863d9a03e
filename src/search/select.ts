/** Chooses the first few of many without sorting them all. */

/**
 * The first `count` of some numbers in an order, in that order. Takes time in step with the numbers, and hardly more
 * for a larger `count`: the kept ones are a heap with the last of them on top, where most others fail at once.
 * @param compare an order without ties, as for `sort`
 * @param isAllowed what may be chosen; asked only of numbers that would be among the first
 */
export function selectFirst(
  numbers: ArrayLike<number>,
  count: number,
  compare: (a: number, b: number) => number,
  isAllowed: (number: number) => boolean = () => true,
): number[] {
  const heap: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    const isFull = heap.length >= count;
    if (isFull && (count === 0 || compare(number, heap[0] as number) > 0)) continue;
    if (!isAllowed(number)) continue;
    if (isFull) sink(heap, number, compare);
    else rise(heap, number, compare);
  }
  return heap.sort(compare);
}

type Compare = (a: number, b: number) => number;

/** Puts a number in at the end and moves it up past those that come before it in the order. */
function rise(heap: number[], number: number, compare: Compare): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (compare(number, heap[above] as number) <= 0) break;
    heap[at] = heap[above] as number;
    at = above;
  }
  heap[at] = number;
}

/** Puts a number in the place of the last one, which is on top, and moves it down below those that come after it. */
function sink(heap: number[], number: number, compare: Compare): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    const other = below + 1;
    if (other < heap.length && compare(heap[other] as number, heap[below] as number) > 0)
      below = other;
    if (compare(number, heap[below] as number) >= 0) break;
    heap[at] = heap[below] as number;
    at = below;
  }
  heap[at] = number;
}
