/** Any JSON value; what a facet may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A tldraw document record (document, page, shape, binding, asset) as plain JSON.
 * `shared` treats records structurally, so that phones need no tldraw; `tl-schema.ts` knows the exact types.
 */
export interface BoardRecord {
  readonly id: string
  readonly typeName: string
  readonly type?: string
  readonly props?: Readonly<Record<string, Json>>
  readonly meta?: Readonly<Record<string, Json>>
  readonly [field: string]: Json | undefined
}
