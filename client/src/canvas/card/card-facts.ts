import { isIsoDate } from '@remedyboard/shared/mapping/iso-date'
import { readCard, type CardFields } from '@remedyboard/shared/mapping/mapping-card'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { text } from '../../i18n/i18n.ts'
import { toBoardRecord } from '../binding/record-casts.ts'

/** What a card says besides its text. */
export interface CardFacts {
  /** evidence, status, influence and stance in one line; "" = nothing */
  words: string
  tags: readonly string[]
  /** of an action, for its first line: until when; "" = nobody has said */
  due: string
}

/** Facts in words. `t` as in `useText`; exported images pass the one of the moment. */
export function cardFacts(shape: TLCardShape, t: typeof text, locale: Locale): CardFacts {
  const card = readCard(toBoardRecord(shape))
  const words = [
    // `planned` goes without saying
    typeof shape.meta['status'] === 'string' ? t(`canvas.status.${card.status}`) : '',
    card.influence === null ? '' : influenceDots(card.influence),
    card.stance === null ? '' : t(`canvas.stance.${card.stance}`),
    ...evidenceWords(card, t),
  ]
  return { words: words.filter((word) => word !== '').join(' · '), tags: card.tags, due: dueWords(card, t, locale) }
}

function evidenceWords({ place, period, affected, case: localCase }: CardFields, t: typeof text): string[] {
  const people = affected === null ? '' : t('canvas.affected', { count: affected })
  return [place?.trim() ?? '', period?.trim() ?? '', people, localCase?.trim().replace(/\s+/g, ' ') ?? '']
}

function dueWords({ kind, due }: CardFields, t: typeof text, locale: Locale): string {
  return kind === 'action' && due !== null ? t('canvas.dueBy', { date: shortDate(due, locale) }) : ''
}

/** "15 Dec" or "12月15日"; "" for what is no date. The year is in the plan. */
function shortDate(iso: string, locale: Locale): string {
  if (!isIsoDate(iso)) return ''
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  )
}

/** Three dots, filled as far as the influence goes: the towers of a Net-Map, lying down. */
function influenceDots(influence: number): string {
  return '●'.repeat(influence) + '○'.repeat(3 - influence)
}
