import { CARD_KINDS, type CardKind } from '@remedyboard/shared/board/card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { PHASE_PERMISSIONS, type Phase, type PhaseLimits } from '@remedyboard/shared/workshop/state'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { NamedArea } from '../../session/board-areas.ts'
import { CommitField } from '../../ui/CommitField.tsx'
import { inOneLanguage, withLimit, withPermission } from './agenda-edit.ts'
import { inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { NumberField } from '../../ui/NumberField.tsx'

const PRIVACIES = ['open', 'hidden', 'group', 'secret'] as const

interface PhaseFormProps {
  phase: Phase
  areas: readonly NamedArea[]
  /** language of the board, in which name and instruction are written */
  locale: Locale
  onChange: (change: (phase: Phase) => Phase) => void
}

/** Everything that makes a step: what people read, how long, where, what they may do, and who sees it when. */
export function PhaseForm({ phase, areas, locale, onChange }: PhaseFormProps) {
  const { t } = useText()
  const id = useId()
  const isHidden = phase.privacy === 'hidden' || phase.privacy === 'group'
  const areaOptions = areas.some(({ area }) => area === phase.area) ? areas : [{ area: phase.area, name: phase.area }, ...areas]
  const setLimit = (name: keyof PhaseLimits) => (value: number | null) => onChange((now) => withLimit(now, name, value))

  return (
    <div className="phase-form">
      <div className="field">
        <span className="field-label">{t('agendaEditor.name')}</span>
        <CommitField
          label={t('agendaEditor.name')}
          value={inLocale(phase.name, locale)}
          maxLength={COMMAND_LIMITS.nameLength}
          onCommit={(words) => words.trim() !== '' && onChange((now) => ({ ...now, name: inOneLanguage(now.name, locale, words.trim()) }))}
        />
      </div>
      <div className="field">
        <span className="field-label">{t('agendaEditor.instruction')}</span>
        <CommitField
          label={t('agendaEditor.instruction')}
          kind={{ rows: 3 }}
          value={inLocale(phase.instruction, locale)}
          maxLength={COMMAND_LIMITS.instructionLength}
          onCommit={(words) => onChange((now) => ({ ...now, instruction: inOneLanguage(now.instruction, locale, words.trim()) }))}
        />
      </div>
      <div className="phase-form-row">
        <NumberField
          label={t('agendaEditor.minutes')}
          value={phase.minutes}
          min={0}
          max={COMMAND_LIMITS.minutes}
          onCommit={(minutes) => minutes !== null && onChange((now) => ({ ...now, minutes }))}
        />
        <div className="number-field phase-form-wide">
          <label htmlFor={`${id}-area`}>{t('agendaEditor.area')}</label>
          <select
            id={`${id}-area`}
            className="input"
            value={phase.area}
            onChange={({ target: { value } }) => onChange((now) => ({ ...now, area: value }))}
          >
            {areaOptions.map(({ area, name }) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset>
        <legend className="field-label">{t('agendaEditor.peopleMay')}</legend>
        <div className="phase-form-checks">
          {PHASE_PERMISSIONS.map((permission) => (
            <label key={permission} className="check">
              <input
                type="checkbox"
                checked={phase.can.includes(permission)}
                disabled={permission === 'add' && isHidden}
                onChange={({ target: { checked } }) => onChange((now) => withPermission(now, permission, checked, PHASE_PERMISSIONS))}
              />
              {t(`agendaEditor.may.${permission}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="field-label">{t('agendaEditor.privacy')}</legend>
        <div className="phase-form-choices">
          {PRIVACIES.map((privacy) => (
            <label key={privacy} className="check">
              <input
                type="radio"
                name={`${id}-privacy`}
                checked={phase.privacy === privacy}
                onChange={() => onChange((now) => ({ ...now, privacy }))}
              />
              {t(`agendaEditor.privacyOf.${privacy}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {isHidden && <HiddenNotes phase={phase} areas={areas} onChange={onChange} />}
      <div className="phase-form-row">
        {phase.can.includes('add') && (
          <NumberField
            label={t('agendaEditor.notes')}
            value={phase.limits?.notes ?? null}
            min={1}
            max={COMMAND_LIMITS.drafts}
            emptyHint={t('agendaEditor.noLimit')}
            onCommit={setLimit('notes')}
          />
        )}
        {phase.can.includes('vote') && (
          <>
            <NumberField
              label={t('agendaEditor.votes')}
              value={phase.limits?.votes ?? null}
              min={1}
              max={COMMAND_LIMITS.budget}
              emptyHint="5"
              onCommit={setLimit('votes')}
            />
            <NumberField
              label={t('agendaEditor.maxPerItem')}
              value={phase.limits?.maxPerItem ?? null}
              min={1}
              max={COMMAND_LIMITS.budget}
              emptyHint={t('agendaEditor.noLimit')}
              onCommit={setLimit('maxPerItem')}
            />
          </>
        )}
      </div>
    </div>
  )
}

/** What becomes of hidden notes when they are shown. */
function HiddenNotes({ phase, areas, onChange }: Omit<PhaseFormProps, 'locale'>) {
  const { t } = useText()
  const id = useId()
  const isKind = (value: string): value is CardKind => CARD_KINDS.some((kind) => kind === value)
  return (
    <>
      <label className="switch">
        <input
          type="checkbox"
          checked={phase.named === true}
          onChange={({ target: { checked } }) => onChange(({ named: _former, ...now }) => (checked ? { ...now, named: true } : now))}
        />
        {t('agendaEditor.named')}
      </label>
      <div className="phase-form-row">
        <div className="number-field phase-form-wide">
          <label htmlFor={`${id}-kind`}>{t('agendaEditor.noteKind')}</label>
          <select
            id={`${id}-kind`}
            className="input"
            value={phase.noteKind ?? 'note'}
            onChange={({ target: { value } }) => isKind(value) && onChange((now) => ({ ...now, noteKind: value }))}
          >
            {CARD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`canvas.kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="number-field phase-form-wide">
          <label htmlFor={`${id}-note-area`}>{t('agendaEditor.noteArea')}</label>
          <select
            id={`${id}-note-area`}
            className="input"
            value={phase.noteArea ?? ''}
            onChange={({ target: { value } }) =>
              onChange(({ noteArea: _former, ...now }) => (value === '' ? now : { ...now, noteArea: value }))
            }
          >
            <option value="">{t('agendaEditor.sameArea')}</option>
            {areas.map(({ area, name }) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  )
}
