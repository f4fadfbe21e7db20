/** What a page tells the service worker: the addresses of the files it loaded. `entry` names the version: it carries a hash. */
export interface AppFilesMessage {
  entry: string
  appFiles: readonly string[]
}

/** Makes the app open without a connection, where the browser allows it. `afterMs`: long enough for what is loaded last to be among the files. */
export async function keepAppFiles(entry: string, afterMs: number): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    setTimeout(() => active?.postMessage({ entry, appFiles: loadedAppFiles() } satisfies AppFilesMessage), afterMs)
  } catch {
    // A browser that forbids it (private windows, policies) only loses the opening without a connection.
  }
}

function loadedAppFiles(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(names)].filter((name) => new URL(name).origin === location.origin && new URL(name).pathname.startsWith('/assets/'))
}
