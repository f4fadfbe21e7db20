import { useRef } from 'react'
import { announce } from './announce.ts'
import { copyText } from './copy-text.ts'
import './left-text.css'

interface LeftTextProps {
  text: string
  /** why no field shows it, as a sentence */
  why: string
  /** in the language of now */
  words: Record<'forget' | 'copy' | 'copied' | 'copyByHand' | 'goOn', string>
  /** takes it over into the field of the step that runs; null when there is none, or it is in use */
  onGoOn: (() => void) | null
  onForget: () => void
}

/** Words that their author would lose: to read, to copy, to go on with, or to let go. */
export function LeftText({ text, why, words, onGoOn, onForget }: LeftTextProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    if (field.current) announce((await copyText(field.current)) === 'copied' ? words.copied : words.copyByHand)
  }
  return (
    <li className="left-text">
      <p>{why}</p>
      <textarea ref={field} className="input" rows={2} dir="auto" readOnly aria-label={why} value={text} />
      <div className="left-text-buttons">
        <button type="button" className="btn btn-quiet" onClick={onForget}>
          {words.forget}
        </button>
        <button type="button" className="btn" onClick={() => void copy()}>
          {words.copy}
        </button>
        {onGoOn && (
          <button type="button" className="btn btn-primary" onClick={onGoOn}>
            {words.goOn}
          </button>
        )}
      </div>
    </li>
  )
}
