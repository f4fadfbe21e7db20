import { useEffect, useState, type ComponentType } from 'react'

const parts: (() => Promise<void>)[] = []

/** Long enough that loading them is in nobody's way, short enough that most people have them before their Wi-Fi drops. */
export const LOAD_PARTS_AFTER_MS = 6_000

/**
 * A part of the canvas that few people need at once: loaded when it is first shown, or a while after the board was opened, because
 * who loses the connection later cannot load it any more. Nothing is shown while it is not there; a part that could not be loaded
 * is asked for again when it is shown the next time. (React's own `lazy` would take the whole canvas down.)
 */
export function lazyPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined
  const loadOnce = async () => {
    Loaded ??= (await load()).default
  }
  parts.push(loadOnce)
  return function Part(props: Props) {
    const [, renderAgain] = useState(false)
    useEffect(() => {
      if (Loaded) return
      let isShown = true
      loadOnce().then(
        () => isShown && renderAgain(true),
        () => undefined,
      )
      return () => {
        isShown = false
      }
    }, [])
    return Loaded ? <Loaded {...props} /> : null
  }
}

/** Loads every part that is not there yet. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled(parts.map((load) => load()))
}
