import type { Role } from '@remedyboard/shared/protocol/role'

/** Somebody in a list of people, here or away. */
export interface ListedPerson {
  id: string
  name: string
  /** `#rrggbb` */
  color: string
  role: Role
  isMe: boolean
  /** server ms since when they have been away; undefined while they are here, and when it is not known */
  awaySince?: number | undefined
}
