import { checkShortText } from '@remedyboard/shared/protocol/short-text'
import { CircleAlert, ShieldCheck } from 'lucide-react'
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import { isComposing } from '../../ui/is-composing.ts'
import './join.css'
import { rememberName, savedName } from './saved-name.ts'

interface JoinFormProps {
  /** ask for a short code too, starting with this one; absent = the person came through a link */
  code?: string
  /** resolves when the person is in; throws `ApiFailure` */
  onJoin: (joining: { name: string; code: string }) => Promise<void>
}

/** How a person enters a workshop: a name, no account. */
export function JoinForm({ code: firstCode, onJoin }: JoinFormProps) {
  const { t } = useText()
  const id = useId()
  const codeInput = useRef<HTMLInputElement>(null)
  const nameInput = useRef<HTMLInputElement>(null)
  const asksCode = firstCode !== undefined
  const [code, setCode] = useState(firstCode ?? '')
  const [name, setName] = useState(savedName)
  const [nameProblem, setNameProblem] = useState<string | null>(null)
  const [codeProblem, setCodeProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  // The page is this form: its first empty field has the focus.
  useEffect(() => {
    const first = firstCode === '' ? codeInput : nameInput
    first.current?.focus()
  }, [firstCode])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = checkShortText(name, 'name')
    const codeMissing = asksCode && code.trim() === ''
    setNameProblem('problem' in checked ? t(checked.problem === 'missing' ? 'join.nameMissing' : 'join.nameTooLong') : null)
    setCodeProblem(codeMissing ? t('join.codeMissing') : null)
    setFailure(null)
    if ('problem' in checked || codeMissing) return
    setBusy(true)
    try {
      await onJoin({ name: checked.text, code: code.trim() })
      rememberName(checked.text)
    } catch (error) {
      setBusy(false)
      const failed = error instanceof ApiFailure ? error : null
      if (asksCode && failed?.code === 'not-found') {
        setCodeProblem(t('join.codeUnknown'))
        codeInput.current?.focus()
      } else setFailure(t(`error.${failed?.code ?? 'internal'}`))
    }
  }

  // Enter ends a Chinese word before it ends the form.
  const keepEnterForWriting = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }

  return (
    <form className="join-form" noValidate onSubmit={(event) => void submit(event)}>
      {asksCode && (
        <div className="field">
          <label htmlFor={`${id}-code`}>{t('join.code')}</label>
          <input
            ref={codeInput}
            id={`${id}-code`}
            className="input join-code"
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            aria-invalid={codeProblem !== null}
            aria-describedby={codeProblem ? `${id}-code-problem` : undefined}
            onChange={(event) => setCode(event.target.value)}
            onKeyDown={keepEnterForWriting}
          />
          {codeProblem && <Problem id={`${id}-code-problem`} text={codeProblem} />}
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('join.name')}</label>
        <input
          ref={nameInput}
          id={`${id}-name`}
          className="input"
          value={name}
          autoComplete="off"
          enterKeyHint="go"
          aria-invalid={nameProblem !== null}
          aria-describedby={nameProblem ? `${id}-name-problem` : `${id}-name-hint`}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={keepEnterForWriting}
        />
        {nameProblem ? (
          <Problem id={`${id}-name-problem`} text={nameProblem} />
        ) : (
          <p className="field-hint" id={`${id}-name-hint`}>
            {t('join.nameHint')}
          </p>
        )}
      </div>
      <div className="join-privacy">
        <ShieldCheck aria-hidden />
        <p>{t('join.privacy')}</p>
      </div>
      {failure && <Problem text={failure} />}
      <button type="submit" className="btn btn-primary btn-big" disabled={busy}>
        {busy ? t('join.joining') : t('join.submit')}
      </button>
    </form>
  )
}

function Problem({ id, text }: { id?: string; text: string }) {
  return (
    <p className="field-error" id={id} role="alert">
      <CircleAlert aria-hidden /> {text}
    </p>
  )
}
