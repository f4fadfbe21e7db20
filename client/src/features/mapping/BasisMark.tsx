import type { RowAnswer } from '@remedyboard/shared/mapping/coverage-rows'
import type { LinkBasis } from '@remedyboard/shared/board/card'
import { LINK_BASES } from '@remedyboard/shared/board/card'
import './basis-mark.css'

/** What a cell shows of several links: what the group said itself, else the strongest word of the paper. */
export function basisOf({ links }: Pick<RowAnswer, 'links'>): LinkBasis {
  const has = (basis: LinkBasis) => links.some((link) => link.basis === basis)
  return has('group') ? 'group' : (LINK_BASES.find(has) ?? 'group')
}

/** Why a remedy answers a dilemma, as a mark: square = the paper, round = the group, hatched = only a suggestion, hollow = taken over. */
export function BasisMark({ basis, inherited = false }: { basis: LinkBasis; inherited?: boolean }) {
  return <i className={`basis basis-${basis}${inherited ? ' basis-inherited' : ''}`} aria-hidden />
}
