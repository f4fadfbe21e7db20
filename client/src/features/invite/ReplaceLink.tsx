import type { LinksResponse } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import { Check, RefreshCw } from 'lucide-react'
import { useId, useState, type FormEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { api, failureCode, type ApiFailure } from '../../session/api-client.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'

interface ReplaceLinkProps {
  boardId: string
  role: Role
  onReplaced: (links: LinksResponse) => void
}

/** For a link that reached the wrong people: asks what becomes of those inside, and only then replaces it. */
export function ReplaceLink({ boardId, role, onReplaced }: ReplaceLinkProps) {
  const { t } = useText()
  const id = useId()
  const [stage, setStage] = useState<'closed' | 'asking' | 'busy' | 'done'>('closed')
  const [evict, setEvict] = useState(false)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setStage('busy')
    setFailure(null)
    try {
      onReplaced(await api.rotateLink(boardId, role, evict))
      setStage('done')
    } catch (error) {
      setFailure(failureCode(error))
      setStage('asking')
    }
  }

  if (stage === 'closed' || stage === 'done') {
    return (
      <div className="invite-replace-closed">
        <button
          type="button"
          className="btn btn-quiet"
          onClick={() => {
            setEvict(false)
            setStage('asking')
          }}
        >
          <RefreshCw aria-hidden /> {t('invite.replace')}
        </button>
        {stage === 'done' && (
          <p className="invite-replaced" role="status">
            <Check aria-hidden /> {t('invite.replaced')}
          </p>
        )}
      </div>
    )
  }
  return (
    <form className="invite-replace" aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h3 id={`${id}-title`}>{t('invite.replaceTitle')}</h3>
      <p>{role === 'participant' ? t('invite.replaceHintCode') : t('invite.replaceHint')}</p>
      <label className="check">
        <input ref={focusOnArrival} type="radio" name={`${id}-inside`} checked={!evict} onChange={() => setEvict(false)} />
        {t('invite.replaceStay')}
      </label>
      <label className="check">
        <input type="radio" name={`${id}-inside`} checked={evict} onChange={() => setEvict(true)} />
        {t('invite.replaceEvict')}
      </label>
      {evict && <p className="field-hint">{t('invite.replaceEvictHint')}</p>}
      {failure && (
        <p className="field-error" role="alert">
          {t('invite.replaceFailed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      <div className="invite-replace-buttons">
        <button type="submit" className="btn btn-danger" disabled={stage === 'busy'}>
          {t('invite.replaceSubmit')}
        </button>
        <button type="button" className="btn" onClick={() => setStage('closed')}>
          {t('invite.replaceCancel')}
        </button>
      </div>
    </form>
  )
}
