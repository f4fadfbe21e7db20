import type { en } from './en.ts'
import type { enBoard } from './en-board.ts'
import type { enHome } from './en-home.ts'
import type { enPhone } from './en-phone.ts'

/** The texts of all parts. */
type Texts = typeof en & typeof enHome & typeof enBoard & typeof enPhone

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

type Path = Leaves<typeof en> | Leaves<typeof enHome> | Leaves<typeof enBoard> | Leaves<typeof enPhone>

/** Drops the plural endings: `people.count_one` and `people.count_other` are the one key `people.count`. */
type WithoutPlural<P extends string> = P extends `${infer Base}_one` | `${infer Base}_other` ? Base : P

/** Every text there is. */
export type TextKey = WithoutPlural<Path>

type At<T, P extends string> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? At<T[K], Rest>
    : never
  : P extends keyof T
    ? T[P]
    : `${P}_other` extends keyof T
      ? T[`${P}_other`]
      : never

type Placeholders<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never

/** The values a text needs: none, or all of its placeholders. */
export type TextValues<K extends TextKey> = [Placeholders<At<Texts, K>>] extends [never]
  ? []
  : [values: Record<Placeholders<At<Texts, K>>, string | number>]

/** The form of a translation into a language with one plural form. */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>
}
