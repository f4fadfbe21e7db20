/** A document of the app (docs/adr/0011): one for phones and one for everything else. Each has its files in a cache of its own. */
export interface AppDocument {
  /** an address that the server answers with it */
  page: string
  cache: string
}

const BOARD: AppDocument = { page: '/', cache: 'app-files' }

const PHONE: AppDocument = { page: '/j', cache: 'phone-files' }

/** The document behind an address of the app, as the server chooses it. */
export function documentAt(pathname: string): AppDocument {
  return /^\/[pj](\/|$)/.test(pathname) ? PHONE : BOARD
}
