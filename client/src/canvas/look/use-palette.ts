import { useIsDarkMode } from 'tldraw'
import { PALETTES, type Palette } from './pigments.ts'

/** The colours of the theme that is on. Inside `<Tldraw>` only. */
export function usePalette(): Palette {
  return PALETTES[useIsDarkMode() ? 'dark' : 'light']
}
