import { readStored, writeStored } from '../../ui/local-store.ts'

const STORAGE_KEY = 'remedyboard.name'

/** The name this browser joined with last; empty when it never did. */
export function savedName(): string {
  return readStored(STORAGE_KEY) ?? ''
}

export function rememberName(name: string): void {
  writeStored(STORAGE_KEY, name)
}
