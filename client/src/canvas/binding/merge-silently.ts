import type { TLStore } from 'tldraw'

/** tldraw's own loader switches side effects off through this; the method is marked internal and missing from the types. */
interface SwitchableSideEffects {
  setIsEnabled(enabled: boolean): void
}

/**
 * Merges remote changes without tldraw's side effects, which would answer them with local writes on every peer (the arrow's
 * index jitters, for one). `mergeRemoteChanges` restores the switch by itself. Must not be called inside a store operation.
 */
export function mergeSilently(store: TLStore, change: () => void): void {
  store.mergeRemoteChanges(() => {
    const sideEffects = store.sideEffects as unknown as SwitchableSideEffects // see the interface
    sideEffects.setIsEnabled(false)
    change()
  })
}
