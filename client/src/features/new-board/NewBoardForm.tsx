import type { CreateBoardRequest } from '@remedyboard/shared/protocol/api'
import { LOCALES, type Locale } from '@remedyboard/shared/protocol/locale'
import { checkShortText } from '@remedyboard/shared/protocol/short-text'
import { TEMPLATES, type OfferedTemplateId } from '@remedyboard/shared/templates/template-info'
import { CircleAlert, Clock, Infinity as NoLimit } from 'lucide-react'
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { isComposing } from '../../ui/is-composing.ts'
import './new-board.css'
import { TemplatePicture } from './TemplatePicture.tsx'

/** Languages by their own names: whoever needs one can read it. */
const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

interface NewBoardFormProps {
  /** resolves when the board exists and is about to open; throws `ApiFailure` */
  onCreate: (board: CreateBoardRequest, createKey?: string) => Promise<void>
}

/** Which words the paper's cards use. */
const WORDINGS = ['party', 'neutral'] as const

/** Template, title, language, wording, go. */
export function NewBoardForm({ onCreate }: NewBoardFormProps) {
  const { t, locale } = useText()
  const id = useId()
  const [template, setTemplate] = useState<OfferedTemplateId>(TEMPLATES[0]?.id ?? 'blank')
  const [boardLocale, setBoardLocale] = useState<Locale | null>(null)
  const [wording, setWording] = useState<(typeof WORDINGS)[number]>('party')
  const [title, setTitle] = useState('')
  // Only servers with CREATE_KEY ask for it, and only then does the field appear.
  const [createKey, setCreateKey] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const hasPaperCards = template !== 'blank'

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(null)
    const typed = checkShortText(title, 'title')
    const board: CreateBoardRequest = {
      template,
      locale: boardLocale ?? locale,
      ...('text' in typed ? { title: typed.text } : {}),
      ...(hasPaperCards ? { wording } : {}),
    }
    try {
      await onCreate(board, createKey ?? undefined)
    } catch (error) {
      setBusy(false)
      const failed = error instanceof ApiFailure ? error : null
      if (failed?.status === 401 || failed?.status === 403) {
        setFailure(createKey ? t('home.createKeyWrong') : t('home.createKeyNeeded'))
        setCreateKey((key) => key ?? '')
      } else {
        setFailure(t(`error.${failed?.code ?? 'internal'}`))
      }
    }
  }

  const keepEnterForWriting = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }

  return (
    <form className="new-board" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend className="field-label">{t('home.template')}</legend>
        <div className="template-choice">
          {TEMPLATES.map(({ id: option, name, description, minutes }) => (
            <label key={option} className="template-card">
              <input type="radio" name="template" value={option} checked={template === option} onChange={() => setTemplate(option)} />
              <TemplatePicture template={option} />
              <span className="template-words">
                <span className="template-name">{locale === 'zh-CN' ? name.zh : name.en}</span>
                <span className="template-description">{locale === 'zh-CN' ? description.zh : description.en}</span>
                <span className="template-minutes">
                  {minutes === null ? <NoLimit aria-hidden /> : <Clock aria-hidden />}
                  {minutes === null ? t('home.noAgenda') : t('home.minutes', { count: minutes })}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="new-board-row">
        <div className="field new-board-title">
          <label htmlFor={`${id}-title`}>{t('home.boardTitle')}</label>
          <input
            id={`${id}-title`}
            className="input"
            value={title}
            placeholder={t('home.boardTitleHint')}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={keepEnterForWriting}
          />
        </div>
        <fieldset className="field">
          <legend className="field-label">{t('home.boardLanguage')}</legend>
          <div className="segments new-board-languages">
            {LOCALES.map((option) => (
              <label key={option}>
                <input
                  type="radio"
                  name="board-locale"
                  checked={(boardLocale ?? locale) === option}
                  onChange={() => setBoardLocale(option)}
                />
                <span lang={option}>{LANGUAGE_NAMES[option]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {hasPaperCards && (
          <fieldset className="field" aria-describedby={`${id}-wording`}>
            <legend className="field-label">{t('home.wording')}</legend>
            <div className="segments new-board-languages">
              {WORDINGS.map((option) => (
                <label key={option}>
                  <input type="radio" name="wording" value={option} checked={wording === option} onChange={() => setWording(option)} />
                  <span>{t(`home.wordingOf.${option}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </div>
      {hasPaperCards && (
        <p className="field-hint new-board-hint" id={`${id}-wording`}>
          {t('home.wordingHint')}
        </p>
      )}
      {createKey !== null && (
        <div className="field">
          <label htmlFor={`${id}-key`}>{t('home.createKey')}</label>
          <input
            ref={focusOnArrival}
            id={`${id}-key`}
            className="input"
            type="password"
            autoComplete="off"
            value={createKey}
            onChange={(event) => setCreateKey(event.target.value)}
          />
        </div>
      )}
      {failure && (
        <p className="field-error" role="alert">
          <CircleAlert aria-hidden /> {failure}
        </p>
      )}
      <button type="submit" className="btn btn-primary btn-big new-board-create" disabled={busy}>
        {busy ? t('home.creating') : t('home.create')}
      </button>
    </form>
  )
}
