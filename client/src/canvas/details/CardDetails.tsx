import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord, Json } from '@remedyboard/shared/board/board-record'
import { ACTION_STATUSES, CARD_KINDS, STANCES, type CardKind, type Setting } from '@remedyboard/shared/board/card'
import { readCard, type CardFields } from '@remedyboard/shared/mapping/mapping-card'
import { useText } from '../../i18n/use-text.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useReadable } from '../use-readable.ts'
import { fieldOperations, kindOperations, tagOperations, type PlainField } from './change-cards.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { DateField } from './DateField.tsx'
import { DraftField } from './DraftField.tsx'
import { EvidenceFields } from './EvidenceFields.tsx'
import { OriginPart } from './OriginPart.tsx'
import { SelectField } from './SelectField.tsx'
import { sharedValue, type Shared } from './shared-value.ts'
import { TagsField } from './TagsField.tsx'

const SETTINGS = ['urban', 'rural', 'both'] as const satisfies readonly Setting[]

const INFLUENCES = ['0', '1', '2', '3'] as const

/** Whom stakeholders belong to; the paper's list knows these. */
const ACTOR_KINDS = ['party', 'government', 'unit', 'social', 'market', 'people'] as const

/** Everything that the chosen cards say, to be read and changed. Each change is one step, however many cards it is for. */
export function CardDetails({ cards, canEdit }: { cards: readonly BoardRecord[]; canEdit: boolean }) {
  const { t } = useText()
  const session = useCanvasSession()
  const board = useReadable(session.records)
  const fields = cards.map(readCard)
  const [only] = cards.length === 1 ? cards : []

  const edit = (operations: BoardOperation[]) => {
    if (operations.length > 0) session.edit(operations)
  }
  const of = <K extends keyof CardFields>(field: K) => sharedValue(fields.map((card) => card[field] ?? undefined))
  const set = (field: PlainField) => (value: string | number | undefined) => edit(fieldOperations(cards, field, value))
  const write = (field: PlainField) => (typed: string) => {
    set(field)(typed.trim() === '' ? undefined : typed.trim())
    return null
  }
  const kind = of('kind')
  const isOnly = (one: CardKind) => kind === one

  return (
    <>
      {!canEdit && <p className="rb-side-note">{t('canvas.details.readOnly')}</p>}
      <fieldset className="rb-details" disabled={!canEdit}>
        <SelectField<CardKind>
          first
          label={t('canvas.details.kind')}
          value={kind}
          options={CARD_KINDS.map((value) => ({ value, label: t(`canvas.kind.${value}`) }))}
          onChoose={(value) => value && edit(kindOperations(cards, value))}
        />
        <TagsField cards={cards} board={board} disabled={!canEdit} onTag={(tag, on) => edit(tagOperations(cards, tag, on))} />
        {isOnly('stakeholder') && (
          <>
            <SelectField
              label={t('canvas.details.actorKind')}
              value={knownActor(of('actorKind'))}
              options={[
                { value: '', label: t('canvas.details.notSaid') },
                ...ACTOR_KINDS.map((value) => ({ value, label: t(`canvas.actor.${value}`) })),
              ]}
              onChoose={set('actorKind')}
            />
            <ChoiceField
              label={t('canvas.details.influence')}
              value={asText(of('influence'))}
              options={[
                { value: '', label: '–', name: t('canvas.details.notSaid') },
                ...INFLUENCES.map((value) => ({ value, label: value, name: t('canvas.details.influenceOf', { n: value }) })),
              ]}
              onChoose={(value) => set('influence')(value === undefined ? undefined : Number(value))}
            />
            <ChoiceField
              label={t('canvas.details.stance')}
              value={of('stance')}
              options={[
                { value: '', label: '–', name: t('canvas.details.notSaid') },
                ...STANCES.map((value) => ({ value, label: t(`canvas.stance.${value}`) })),
              ]}
              onChoose={set('stance')}
            />
          </>
        )}
        {isOnly('action') && (
          <>
            <ChoiceField
              label={t('canvas.details.status')}
              value={of('status')}
              options={ACTION_STATUSES.map((value) => ({ value, label: t(`canvas.status.${value}`) }))}
              onChoose={set('status')}
            />
            <div className="rb-two">
              <DateField label={t('canvas.details.start')} value={of('start')} onChoose={set('start')} />
              <DateField label={t('canvas.details.due')} value={of('due')} onChoose={set('due')} />
            </div>
            <DraftField
              label={t('canvas.details.measure')}
              value={of('measure')}
              long
              onCommit={write('measure')}
              hint={t('canvas.details.measureHint')}
            />
          </>
        )}
        <ChoiceField
          label={t('canvas.details.setting')}
          value={of('setting')}
          options={[
            { value: '', label: '–', name: t('canvas.details.notSaid') },
            ...SETTINGS.map((value) => ({ value, label: t(`canvas.settingOf.${value}`) })),
          ]}
          onChoose={set('setting')}
        />
        <EvidenceFields
          place={of('place')}
          period={of('period')}
          affected={of('affected')}
          localCase={of('case')}
          open={cards.some(saysEvidence)}
          onWrite={write}
          onAffected={set('affected')}
        />
      </fieldset>
      {only && <OriginPart card={only} />}
    </>
  )
}

/** An actor's kind that we have no word for reads as none. */
function knownActor(value: Shared<string | undefined>): Shared<(typeof ACTOR_KINDS)[number] | undefined> {
  return typeof value === 'symbol' ? value : ACTOR_KINDS.find((known) => known === value)
}

function asText(value: Shared<number | undefined>): Shared<(typeof INFLUENCES)[number] | undefined> {
  return typeof value === 'symbol' ? value : INFLUENCES.find((known) => known === String(value))
}

function saysEvidence({ props = {}, meta = {} }: BoardRecord): boolean {
  const said: (Json | undefined)[] = [meta['place'], meta['period'], meta['affected'], meta['case']]
  return props['kind'] === 'evidence' || said.some((value) => value !== undefined)
}
