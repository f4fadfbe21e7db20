import { GAP_QUESTION, PAPER_GAPS } from '@remedyboard/shared/mapping/paper-gaps'
import type { Bilingual } from '@remedyboard/shared/workshop/state'
import { ChevronRight, CircleHelp } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { PathActions } from './DilemmaRows.tsx'
import type { MappingViewNow } from './mapping-view.ts'
import { pointing } from './pointing.ts'

/** Where the paper itself has little to say: good questions for the group. Only gaps whose dilemmas are on this board. */
export function GapPrompts({ view, onGoTo, onPoint }: PathActions & { view: MappingViewNow }) {
  const { t, locale } = useText()
  const { graph, textOf } = view
  const inLocale = ({ en, zh }: Bilingual) => (locale === 'zh-CN' ? zh : en)
  const byPaper = new Map(
    [...graph.cards.values()].flatMap(({ id, kind, paper }) => (kind === 'dilemma' && paper !== null ? [[paper, id]] : [])),
  )
  const gaps = PAPER_GAPS.flatMap((gap) => {
    const cards = gap.dilemmas.flatMap((paper) => byPaper.get(paper) ?? [])
    return cards.length > 0 ? [{ ...gap, cards }] : []
  })
  if (gaps.length === 0) return null
  // What the group linked itself; the paper's own suggestions are what the gap is about.
  const answered = new Set(
    graph.links.filter(({ type, basis }) => type === 'answer' && basis === 'group').flatMap(({ from, to }) => [from, to]),
  )

  return (
    <details className="gap-prompts">
      <summary>
        <ChevronRight aria-hidden /> {t('mapping.gaps')}
        <span className="tabular">{gaps.length}</span>
      </summary>
      {gaps.map(({ id, text, cards }) => (
        <div key={id} className="gap-prompt">
          <p>{inLocale(text)}</p>
          {cards.every((card) => answered.has(card)) ? (
            <p className="gap-answered">{t('mapping.gapAnswered')}</p>
          ) : (
            <p className="gap-question">
              <CircleHelp aria-hidden /> {inLocale(GAP_QUESTION)}
            </p>
          )}
          <ul>
            {cards.map((card) => (
              <li key={card}>
                <button type="button" onClick={() => onGoTo(card)} {...pointing(() => [card], onPoint)}>
                  {textOf(card) || t('coverage.unnamed')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
