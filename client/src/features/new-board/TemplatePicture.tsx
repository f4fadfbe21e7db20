import type { TemplateId } from '@remedyboard/shared/protocol/api'
import type { ReactNode } from 'react'
import './template-picture.css'

/** A small drawing of what a template lays out. Decorative: the name and the description stand beside it. */
export function TemplatePicture({ template }: { template: TemplateId }) {
  return (
    <svg className="template-picture" viewBox="0 0 240 132" aria-hidden focusable="false">
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
      <rect x="8" y="8" width="84" height="116" rx="7" className="tp-area tp-dilemma" />
      <rect x="148" y="8" width="84" height="116" rx="7" className="tp-area tp-remedy" />
      <path d="M17 19h36" className="tp-title tp-dilemma" />
      <path d="M157 19h30" className="tp-title tp-remedy" />
      {link('M80 39c34-2 46 2 76-3', [157, 36])}
      {link('M80 67c30 0 44-14 76-22', [157, 44])}
      {link('M80 95c36 0 44-14 76-20', [157, 75])}
      {dilemma(17, 30, 62)}
      {dilemma(17, 58, 62)}
      {dilemma(17, 86, 62)}
      {remedy(160, 30, 62)}
      {remedy(160, 66, 62)}
      {remedy(160, 96, 62)}
    </>
  ),
  blank: (
    <>
      <g className="tp-note">
        <path d="M66 40h44v32l-12 12h-32z" className="tp-card" />
        <path d="M98 84v-12h12" className="tp-fold" />
        <path d="M74 52h26M74 60h18" className="tp-words" />
      </g>
      <path d="M128 92c10-30 20-34 24-22s10 14 16-2 14-18 24-10" className="tp-pen" />
      <circle cx="150" cy="42" r="13" className="tp-shape" />
    </>
  ),
}
