/** Stands for a value in which the chosen cards differ. */
export const MIXED = Symbol('mixed')

export type Shared<T> = T | typeof MIXED

/** The value when all agree. Nothing at all is undefined. */
export function sharedValue<T>(values: readonly T[]): Shared<T | undefined> {
  const [first] = values
  return values.every((value) => value === first) ? first : MIXED
}
