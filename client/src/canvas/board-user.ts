import type { Locale } from '@remedyboard/shared/protocol/locale'
import { personColor } from '@remedyboard/shared/protocol/presence'
import { useEffect, useMemo } from 'react'
import { atom, createTLUser, type TLUser, type TLUserPreferences } from 'tldraw'
import type { BoardSession } from '../session/board-session.ts'
import { tldrawLocale } from './locale/tldraw-translations.ts'
import type { Theme } from './look/pigments.ts'

/** tldraw's idea of this person: the stable participant, the language and colours of the page. Nothing is kept in the browser. */
export function useBoardUser(session: BoardSession, locale: Locale, theme: Theme): TLUser {
  const { me } = session.view.get()
  const preferences = useMemo(
    () => atom<TLUserPreferences>('board user', { id: me.id, name: me.name, color: personColor(me.id) }),
    [me.id, me.name],
  )
  const wanted = useMemo<Partial<TLUserPreferences>>(
    () => ({
      locale: tldrawLocale(locale),
      colorScheme: theme,
      animationSpeed: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1,
      // people meet tldraw here for the first time: a tool that stays on after use surprises less than one that snaps
      isSnapMode: false,
    }),
    [locale, theme],
  )
  useEffect(() => void preferences.update((current) => ({ ...current, ...wanted })), [preferences, wanted])
  return useMemo(() => {
    preferences.update((current) => ({ ...current, ...wanted }))
    return createTLUser({ userPreferences: preferences, setUserPreferences: (next) => void preferences.set(next) })
    // `wanted` is followed by the effect above; a new user would mount a new editor
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [preferences])
}
