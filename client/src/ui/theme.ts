import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './local-store.ts'

export type Theme = 'light' | 'dark'

const STORAGE_KEY = 'remedyboard.theme'
const listeners = new Set<() => void>()

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

const chosen = (): Theme | null => {
  const stored = readStored(STORAGE_KEY)
  return stored === 'light' || stored === 'dark' ? stored : null
}

function current(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
}

function apply(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** Called once before the first render. Follows the system until the person chooses. */
export function startTheme(): void {
  apply(chosen() ?? system())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (!chosen()) apply(system())
  })
}

export function setTheme(theme: Theme): void {
  writeStored(STORAGE_KEY, theme)
  apply(theme)
}

export function useTheme(): Theme {
  return useSyncExternalStore((onChange) => {
    listeners.add(onChange)
    return () => listeners.delete(onChange)
  }, current)
}
