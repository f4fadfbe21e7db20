import { T } from '@tldraw/validate'
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type TLBaseShape, type TLSchema } from '@tldraw/tlschema'
import { CARD_KINDS, CARD_SIZES, type CardProps } from './card.ts'

/** The card as tldraw knows it. */
export type TLCardShape = TLBaseShape<'card', CardProps>

/** Validators of the card's props, the same on canvas and server. */
export const cardShapeProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  kind: T.literalEnum(...CARD_KINDS),
  size: T.literalEnum(...CARD_SIZES),
  text: T.string,
}

/** tldraw's schema with the card added. Phones do not import this file: it costs them 30 kB. */
export function createBoardSchema(): TLSchema {
  return createTLSchema({
    shapes: { ...defaultShapeSchemas, card: { props: cardShapeProps } },
    bindings: defaultBindingSchemas,
  })
}
