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

/** One operation of the store; the method is marked internal and missing from the types. */
interface AtomicStore {
  atomic(change: () => void, runCallbacks: boolean): void
}

/** Changes the store in one operation without side effects. Inside another operation too, whose side effects then see the end of it. */
export function changeSilently(store: TLStore, change: () => void): void {
  const atomicStore = store as unknown as AtomicStore // see the interface
  atomicStore.atomic(change, false)
}
