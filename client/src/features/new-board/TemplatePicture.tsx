import type { TemplateId } from '@remedyboard/shared/protocol/api'
import type { ReactNode } from 'react'
import './template-picture.css'

/** A small drawing of what a template lays out. Decorative: the name and the description stand beside it. */
export function TemplatePicture({ template }: { template: TemplateId }) {
  return (
    <svg className="template-picture" viewBox="0 0 240 122" aria-hidden focusable="false">
      {PICTURES[template]}
    </svg>
  )
}

const dilemma = (x: number, y: number, w = 52) => (
  <g className="tp-dilemma">
    <path d={`M${x + 6} ${y}h${w - 6}v17h-${w}v-11z`} className="tp-card" />
    <rect x={x} y={y + 6} width="3.5" height="11" className="tp-edge" />
    <path d={`M${x + 9} ${y + 6.5}h${w * 0.5}M${x + 9} ${y + 11.5}h${w * 0.32}`} className="tp-words" />
  </g>
)

const remedy = (x: number, y: number, w = 52) => (
  <g className="tp-remedy">
    <rect x={x} y={y} width={w} height="17" rx="7" className="tp-card" />
    <path d={`M${x + 4} ${y + 1}a7 7 0 0 0-4 6v3a7 7 0 0 0 4 6z`} className="tp-edge" />
    <path d={`M${x + 10} ${y + 6.5}h${w * 0.5}M${x + 10} ${y + 11.5}h${w * 0.34}`} className="tp-words" />
  </g>
)

const link = (d: string, tip: [number, number]) => (
  <g className="tp-link">
    <path d={d} />
    <path d={`M${tip[0] - 5} ${tip[1] - 3.5}l5 3.5-5 3.5`} />
  </g>
)

const PICTURES: Record<TemplateId, ReactNode> = {
  'dilemma-remedy': (
    <>
      <rect x="8" y="8" width="84" height="106" rx="7" className="tp-area tp-dilemma" />
      <rect x="148" y="8" width="84" height="106" rx="7" className="tp-area tp-remedy" />
      <path d="M17 19h36" className="tp-title tp-dilemma" />
      <path d="M157 19h30" className="tp-title tp-remedy" />
      {link('M80 36c34-2 46 2 76 1', [157, 37])}
      {link('M80 64c34 0 44 2 76 2', [157, 66])}
      {link('M80 92c36 0 44-14 76-20', [157, 72])}
      {dilemma(17, 28, 62)}
      {dilemma(17, 55, 62)}
      {dilemma(17, 82, 62)}
      {remedy(160, 28, 62)}
      {remedy(160, 60, 62)}
      {remedy(160, 89, 62)}
    </>
  ),
  blank: (
    <>
      <g className="tp-note">
        <path d="M66 34h44v32l-12 12h-32z" className="tp-card" />
        <path d="M98 78v-12h12" className="tp-fold" />
        <path d="M74 46h26M74 54h18" className="tp-words" />
      </g>
      <path d="M128 86c10-30 20-34 24-22s10 14 16-2 14-18 24-10" className="tp-pen" />
      <circle cx="150" cy="36" r="13" className="tp-shape" />
    </>
  ),
}
