import { cleanComment, REMARK_LIMITS } from '@remedyboard/shared/board/remarks'
import { Send } from 'lucide-react'
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { announce } from '../../ui/announce.ts'
import { isComposing } from '../../ui/is-composing.ts'

/** Characters left from which on people are told. */
const TELL_LEFT = 200

/** The place to say something about a card. */
export function CommentForm({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useText()
  const id = useId()
  const [text, setText] = useState('')
  const left = REMARK_LIMITS.textLength - text.length

  const send = () => {
    if (cleanComment(text) === '') return
    onSend(text)
    setText('')
    announce(t('remarks.sent'))
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    send()
  }
  return (
    <form className="comment-form" onSubmit={onSubmit}>
      <label htmlFor={id} className="field-label">
        {t('remarks.text')}
      </label>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={text}
        maxLength={REMARK_LIMITS.textLength}
        placeholder={t('remarks.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="comment-foot">
        {left <= TELL_LEFT ? (
          <span>{t('remarks.left', { count: left })}</span>
        ) : (
          <span className="comment-keys">{t('remarks.sendHint')}</span>
        )}
        <button type="submit" className="btn btn-primary" disabled={cleanComment(text) === ''}>
          <Send aria-hidden /> {t('remarks.send')}
        </button>
      </div>
    </form>
  )
}
