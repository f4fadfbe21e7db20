import { TIDY_ORDERS, type TidyForm } from '@remedyboard/shared/mapping/tidy'
import { Columns3, Grid3x3 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { TidyWish } from './tidy-cards.ts'

const icon = { size: 17, strokeWidth: 2.1, 'aria-hidden': true } as const

const FORMS: readonly TidyForm[] = ['columns', 'grid']

/** How to put cards in order: in what form, and by what. Choosing by what does it. */
export function TidyMenu({ onChoose }: { onChoose: (wish: TidyWish) => void }) {
  const { t } = useText()
  const [form, setForm] = useState<TidyForm>('columns')
  return (
    <div className="rb-card-bar-menu rb-card-bar-more rb-tidy" role="group" aria-label={t('canvas.tidy.title')}>
      <div className="rb-tidy-forms">
        {FORMS.map((one) => (
          <button key={one} type="button" aria-pressed={form === one} onClick={() => setForm(one)}>
            {one === 'columns' ? <Columns3 {...icon} /> : <Grid3x3 {...icon} />} {t(`canvas.tidy.form.${one}`)}
          </button>
        ))}
      </div>
      {TIDY_ORDERS.map((by) => (
        <button key={by} type="button" onClick={() => onChoose({ form, by })}>
          {t(`canvas.tidy.by.${by}`)}
        </button>
      ))}
    </div>
  )
}
