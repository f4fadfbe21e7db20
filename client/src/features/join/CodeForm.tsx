import { ArrowRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import './join.css'

/** The short way in from the home page: type the code, go to the page that asks for a name. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useText()
  const id = useId()
  const [code, setCode] = useState('')
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim()) onCode(code.trim())
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('join.code')}
      </label>
      <input
        id={id}
        className="input join-code"
        value={code}
        placeholder={t('join.code')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="btn code-go">
        {t('home.join')} <ArrowRight aria-hidden />
      </button>
    </form>
  )
}
