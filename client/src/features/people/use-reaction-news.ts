import { useEffect } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { reactionsOf, type ShownReaction } from '../../session/reactions.ts'
import { tallyReactions } from '../../session/tally-reactions.ts'
import { announce } from '../../ui/announce.ts'

/** What is collected before it is read aloud: a room that claps is one sentence. */
const COLLECT_MS = 4_000

/** Reads aloud how people react, at most once in a few seconds. */
export function useReactionNews(session: Pick<BoardSession, 'people' | 'serverNow' | 'setPresence'>): void {
  const { t } = useText()
  useEffect(() => {
    const shown = reactionsOf(session)
    let known = new Set<string>()
    let fresh: ShownReaction[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const list = tallyReactions(fresh).map(({ id, count }) => `${t(`reactions.name.${id}`)} ${count}`)
      fresh = []
      announce(t('reactions.heard', { list: list.join(t('reactions.and')) }))
    }
    const stop = shown.subscribe(() => {
      const news = shown.get().filter(({ key }) => !known.has(key))
      known = new Set(shown.get().map(({ key }) => key))
      if (news.length === 0) return
      fresh.push(...news)
      timer ??= setTimeout(tell, COLLECT_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session, t])
}
