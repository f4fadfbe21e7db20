import type { KeyboardEvent } from 'react'

/** Key code that browsers give while an input method is at work; Safari reports its last Enter only this way. */
const INPUT_METHOD_KEY = 229

/** Is this key part of writing Chinese, Japanese or Korean? Then Enter picks a word and must not submit. */
export function isComposing(event: Pick<KeyboardEvent, 'keyCode'> & { nativeEvent: { isComposing: boolean } }): boolean {
  return event.nativeEvent.isComposing || event.keyCode === INPUT_METHOD_KEY
}
