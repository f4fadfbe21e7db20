import { cleanTag, TAG_LENGTH, tagsOf } from '@remedyboard/shared/board/card-tags'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { isCard } from '@remedyboard/shared/board/card'
import { Plus, X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'

interface TagsFieldProps {
  cards: readonly BoardRecord[]
  /** everything on the board: its tags are suggested */
  board: ReadonlyMap<string, BoardRecord>
  disabled: boolean
  onTag: (tag: string, on: boolean) => void
}

/** Several tags at once: "water, lift" or "用水、电梯". */
const BETWEEN_TAGS = /[,，、;；]/u

/** The tags of the chosen cards; those that only some have can be given to all. */
export function TagsField({ cards, board, disabled, onTag }: TagsFieldProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const known = useMemo(() => boardTags(board), [board])
  const counts = countTags(cards)

  const add = () => {
    for (const tag of typed.split(BETWEEN_TAGS).map(cleanTag)) if (tag !== '') onTag(tag, true)
    setTyped('')
  }
  return (
    <div className="field rb-tags">
      <label htmlFor={id}>{t('canvas.details.tags')}</label>
      {counts.size > 0 && (
        <ul>
          {[...counts].map(([tag, count]) => {
            const onAll = count === cards.length
            return (
              <li key={tag} className="rb-tag" data-some={!onAll || undefined}>
                <span>{tag}</span>
                {!onAll && (
                  <button
                    type="button"
                    disabled={disabled}
                    onClick={() => onTag(tag, true)}
                    title={t('canvas.details.tagAll', { tag })}
                    aria-label={t('canvas.details.tagAll', { tag })}
                  >
                    {count}/{cards.length} <Plus size={13} aria-hidden />
                  </button>
                )}
                <button
                  type="button"
                  disabled={disabled}
                  onClick={() => onTag(tag, false)}
                  title={t('canvas.details.tagOff', { tag })}
                  aria-label={t('canvas.details.tagOff', { tag })}
                >
                  <X size={14} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <input
          id={id}
          className="input"
          list={`${id}-known`}
          value={typed}
          maxLength={4 * TAG_LENGTH}
          placeholder={t('canvas.details.tagsHint')}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
        />
        <datalist id={`${id}-known`}>
          {known.flatMap((tag) => (counts.get(tag) === cards.length ? [] : <option key={tag}>{tag}</option>))}
        </datalist>
      </form>
    </div>
  )
}

function countTags(cards: readonly BoardRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const card of cards) for (const tag of tagsOf(card)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return counts
}

/** Every tag of the board, the most used first. */
function boardTags(board: ReadonlyMap<string, BoardRecord>): string[] {
  const counts = countTags([...board.values()].filter(isCard))
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tag]) => tag)
}
