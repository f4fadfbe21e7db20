import type { OfferedTemplateId } from '@remedyboard/shared/templates/template-info'
import type { ReactNode } from 'react'
import './template-picture.css'

/** A small drawing of what a template lays out. Decorative: the name and the description stand beside it. */
export function TemplatePicture({ template }: { template: OfferedTemplateId }) {
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

const person = (x: number, y: number, w = 46) => (
  <g className="tp-stakeholder">
    <rect x={x} y={y} width={w} height="15" rx="7.5" className="tp-card" />
    <path d={`M${x + 12} ${y + 7.5}h${w * 0.5}`} className="tp-words" />
  </g>
)

const note = (x: number, y: number, w = 44) => (
  <g className="tp-note">
    <path d={`M${x} ${y}h${w}v12l-6 6h-${w - 6}z`} className="tp-card" />
    <path d={`M${x + 7} ${y + 7}h${w * 0.55}M${x + 7} ${y + 12}h${w * 0.35}`} className="tp-words" />
  </g>
)

const link = (d: string, tip: [number, number], look = '') => (
  <g className={`tp-link ${look}`}>
    <path d={d} />
    <path d={`M${tip[0] - 5} ${tip[1] - 3.5}l5 3.5-5 3.5`} />
  </g>
)

const PICTURES: Record<OfferedTemplateId, ReactNode> = {
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
  'stakeholder-coordination': (
    <>
      <rect x="8" y="8" width="76" height="116" rx="7" className="tp-area tp-stakeholder" />
      <rect x="148" y="8" width="84" height="116" rx="7" className="tp-area tp-stakeholder" />
      {link('M76 66c34 0 44-30 76-34', [158, 32], 'tp-relation')}
      {link('M76 66c34 0 44-6 76-8', [158, 58], 'tp-relation')}
      {link('M76 66c34 0 44 14 76 18', [158, 84], 'tp-relation')}
      {link('M76 66c34 0 44 38 76 44', [158, 110], 'tp-relation tp-relation-weak')}
      {person(18, 58, 58)}
      {person(162, 24, 60)}
      {person(162, 50, 60)}
      {person(162, 76, 60)}
      {person(162, 102, 60)}
    </>
  ),
  'rapid-review': (
    <>
      <rect x="8" y="8" width="224" height="38" rx="7" className="tp-area tp-note" />
      {note(18, 18)}
      {note(72, 18)}
      {note(126, 18)}
      {note(180, 18)}
      <rect x="8" y="54" width="84" height="70" rx="7" className="tp-area tp-dilemma" />
      <rect x="148" y="54" width="84" height="70" rx="7" className="tp-area tp-remedy" />
      {link('M80 75c30 0 44 0 76 0', [157, 75])}
      {link('M80 103c36 0 44-14 76-20', [157, 83])}
      {dilemma(17, 66, 62)}
      {dilemma(17, 94, 62)}
      {remedy(160, 68, 62)}
      {remedy(160, 96, 62)}
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
