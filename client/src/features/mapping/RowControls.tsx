import { LINK_BASES } from '@remedyboard/shared/board/card'
import { ROW_ORDERS } from '@remedyboard/shared/mapping/coverage-rows'
import { ListFilter } from 'lucide-react'
import { useId, useMemo, type ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { filterChoices } from './filter-choices.ts'
import type { MappingViewNow } from './mapping-view.ts'
import './row-controls.css'

/** Order and filter of dilemmas and remedies. Native lists: they suit thumbs, keyboards and screen readers. */
export function RowControls({ session, view }: { session: BoardSession; view: MappingViewNow }) {
  const { t } = useText()
  const { units } = useReadable(boardMapping(session).coverage)
  const { order, setOrder, filter, setFilter, graph } = view
  const choices = useMemo(() => filterChoices(graph, units), [graph, units])
  const count = Object.values(filter).filter((value) => value !== undefined).length
  const hasVotes = view.rows.some(({ votes }) => votes > 0)

  return (
    <div className="row-controls">
      <Choice label={t('mapping.order')} value={order} onChange={setOrder} quiet>
        {ROW_ORDERS.filter((each) => each !== 'votes' || hasVotes).map((each) => (
          <option key={each} value={each}>
            {t(`mapping.orders.${each}`)}
          </option>
        ))}
      </Choice>
      <Popover
        buttonClass={count > 0 ? 'btn filter-button filter-on' : 'btn filter-button'}
        button={
          <>
            <ListFilter aria-hidden /> {count > 0 ? t('mapping.filterOn', { count }) : t('mapping.filter')}
          </>
        }
      >
        {(close) => (
          <div className="filter-choices">
            {choices.areas.length > 0 && (
              <Choice
                label={t('mapping.area')}
                value={filter.area ?? ''}
                onChange={(area) => setFilter({ ...filter, area: area || undefined })}
              >
                <option value="">{t('mapping.anyArea')}</option>
                {choices.areas.map(({ area, name }) => (
                  <option key={area} value={area}>
                    {name}
                  </option>
                ))}
              </Choice>
            )}
            {choices.tags.length > 0 && (
              <Choice label={t('mapping.tag')} value={filter.tag ?? ''} onChange={(tag) => setFilter({ ...filter, tag: tag || undefined })}>
                <option value="">{t('mapping.anyTag')}</option>
                {choices.tags.map((tag) => (
                  <option key={tag}>{tag}</option>
                ))}
              </Choice>
            )}
            {choices.hasSettings && (
              <Choice
                label={t('mapping.setting')}
                value={filter.setting ?? ''}
                onChange={(setting) => setFilter({ ...filter, setting: setting || undefined })}
              >
                <option value="">{t('mapping.anySetting')}</option>
                <option value="urban">{t('canvas.setting.urban')}</option>
                <option value="rural">{t('canvas.setting.rural')}</option>
              </Choice>
            )}
            <Choice
              label={t('mapping.basis')}
              value={filter.basis ?? ''}
              onChange={(basis) => setFilter({ ...filter, basis: basis || undefined })}
            >
              <option value="">{t('mapping.anyBasis')}</option>
              {LINK_BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {t(`canvas.line.${basis}`)}
                </option>
              ))}
            </Choice>
            <button
              type="button"
              className="btn"
              disabled={count === 0}
              onClick={() => {
                setFilter({})
                close()
              }}
            >
              {t('mapping.filterOff')}
            </button>
          </div>
        )}
      </Popover>
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  /** the label is only read aloud */
  quiet?: boolean
  children: ReactNode
}

function Choice<Value extends string>({ label, value, onChange, quiet = false, children }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="row-choice">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {/* the options are the values */}
      <select id={id} className="select" title={label} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {children}
      </select>
    </div>
  )
}
