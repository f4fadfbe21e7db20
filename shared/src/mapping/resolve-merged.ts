/**
 * The card that stands for `id`: the end of its chain of `mergedInto`. A target that is gone ends the chain before it, so that whatever
 * was merged into it stands for itself again. Concurrent merges can go round in a circle; then the smallest id of the circle stands,
 * for everybody alike.
 */
export function resolveMerged(id: string, mergedInto: (id: string) => string | null, exists: (id: string) => boolean): string {
  const path = new Set([id])
  for (let at = id; ;) {
    const next = mergedInto(at)
    if (next === null || !exists(next)) return at
    if (path.has(next)) {
      const way = [...path]
      return way.slice(way.indexOf(next)).reduce((least, member) => (member < least ? member : least))
    }
    path.add(next)
    at = next
  }
}
