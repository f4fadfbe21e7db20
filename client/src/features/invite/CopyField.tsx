import { Check, Copy } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { announce } from '../../ui/announce.ts'
import { copyText } from '../../ui/copy-text.ts'

/** Long enough to be seen, short enough not to be mistaken for the state of the next copy. */
const CONFIRM_MS = 2_500

interface CopyFieldProps {
  label: string
  hint?: string
  value: string
}

/** A text to copy, with a button that says what happened. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
  const { t } = useText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<'copied' | 'marked' | null>(null)

  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    if (!input.current) return
    const outcome = await copyText(input.current)
    setResult(outcome)
    announce(outcome === 'copied' ? t('app.copied') : t('app.copyByHand'))
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="copy-row">
        <input
          ref={input}
          id={id}
          className="input"
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className={`btn copy-button ${result === 'copied' ? 'copy-done' : ''}`} onClick={() => void copy()}>
          {result === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
          {result === 'copied' ? t('app.copied') : t('app.copy')}
        </button>
      </div>
      {result === 'marked' && <p className="field-hint">{t('app.copyByHand')}</p>}
    </div>
  )
}
