import { comparable } from '@remedyboard/shared/workshop/ranking'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { ballotBox } from '../session/ballot-box.ts'
import { useReadable } from '../ui/use-readable.ts'
import { RankingList } from './RankingList.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import './vote.css'

/** How the rounds came out, the latest first. */
export function ResultsTask({ session }: TaskProps) {
  const { t } = useText()
  const { results } = useReadable(session.view)
  const late = useReadable(ballotBox(session).late)
  const [chosen, setChosen] = useState<string | null>(null)
  const [beforeId, setBeforeId] = useState<string | null>(null)
  const result = results.find((each) => each.id === chosen) ?? results.at(-1)
  if (!result) return null
  const { ballots, people, proxies, kind, budget, cap } = result
  const others = comparable(result, results)
  const before = others.find(({ id }) => id === beforeId) ?? null
  const facts = [
    t('voting.counts', { ballots, people }),
    proxies > 0 ? t('voting.proxies', { count: proxies }) : '',
    kind === 'dots' ? t('voting.rule', { budget, cap }) : '',
    t('voting.forgotten'),
  ]
  return (
    <TaskFrame label={t('voting.results')}>
      {results.length > 1 ? (
        <Choice label={t('phone.results.choose')} rounds={results.toReversed()} value={result.id} onChange={setChosen} />
      ) : (
        result.title !== '' && <h2>{result.title}</h2>
      )}
      {late === result.id && (
        <p className="phone-vote-late" role="status">
          {t('phone.results.late')}
        </p>
      )}
      <p className="phone-vote-rule">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {others.length > 0 && (
        <Choice
          label={t('voting.compare')}
          none={t('voting.compareNone')}
          rounds={others}
          value={before?.id ?? ''}
          onChange={setBeforeId}
        />
      )}
      <RankingList key={result.id} session={session} result={result} before={before} />
    </TaskFrame>
  )
}

interface ChoiceProps {
  label: string
  /** what stands for no round */
  none?: string
  rounds: readonly RoundResult[]
  value: string
  onChange: (id: string) => void
}

function Choice({ label, none, rounds, value, onChange }: ChoiceProps) {
  const { t } = useText()
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {rounds.map(({ id, title }) => (
          <option key={id} value={id}>
            {title || t('voting.untitled')}
          </option>
        ))}
      </select>
    </label>
  )
}
