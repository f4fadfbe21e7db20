import { useState } from 'react'

/**
 * A choice is shown at once, although only the server decides: until the truth changes, or the choice was refused. Without
 * this a switch would jump back under the finger for as long as the network takes.
 */
export function useWanted<T>(actual: T): { shown: T; want: (value: T, accepted: Promise<boolean>) => void } {
  const [wanted, setWanted] = useState<{ value: T; instead: T } | null>(null)
  return {
    shown: wanted && Object.is(wanted.instead, actual) ? wanted.value : actual,
    want(value, accepted) {
      const wish = { value, instead: actual }
      setWanted(wish)
      void accepted.then((isAccepted) => {
        if (!isAccepted) setWanted((current) => (current === wish ? null : current))
      })
    },
  }
}
