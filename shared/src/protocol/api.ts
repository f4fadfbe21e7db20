import * as z from 'zod/mini'
import { LOCALES } from './locale.ts'
import { ROLES, type Role } from './role.ts'
import type { SessionView } from '../workshop/view.ts'

/** Ids of the templates a board can be made from. */
export const TEMPLATE_IDS = ['dilemma-remedy', 'blank'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** People's names: 1–40 characters after trimming. */
export const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
export const titleSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))

export const createBoardRequest = z.object({
  template: z.enum(TEMPLATE_IDS),
  locale: z.enum(LOCALES),
  title: z.optional(titleSchema),
})
export type CreateBoardRequest = z.infer<typeof createBoardRequest>

export const joinRequest = z.object({ key: z.string().check(z.minLength(1), z.maxLength(200)), name: z.optional(nameSchema) })
export type JoinRequest = z.infer<typeof joinRequest>

export const joinByCodeRequest = z.object({ code: z.string().check(z.minLength(1), z.maxLength(20)), name: z.optional(nameSchema) })
export type JoinByCodeRequest = z.infer<typeof joinByCodeRequest>

export interface BoardLinks {
  facilitator: string
  participant: string
  viewer: string
}

export interface CreateBoardResponse {
  id: string
  title: string
  joinCode: string
  keys: Record<Role, string>
  links: BoardLinks
}

export interface JoinResponse {
  boardId: string
  participantId: string
  role: Role
  token: string
}

export interface BoardResponse {
  id: string
  title: string
  template: string
  locale: string
  joinCode: string
  session: SessionView
}

/** `GET /api/boards/:id/links`, facilitators only. `joinUrl` is the participant link that QR codes show. */
export interface LinksResponse {
  joinCode: string
  joinUrl: string
  links: BoardLinks
}

export interface CommandResponse {
  version: number
}

export interface TemplatesResponse {
  templates: { id: TemplateId; name: { en: string; zh: string }; description: { en: string; zh: string }; minutes: number | null }[]
}

/** Every refusal has this form. `message` is for logs and developers; clients show their own words for `code`. */
export interface ApiError {
  error: { code: ApiErrorCode; message: string }
}
export type ApiErrorCode =
  | 'bad-request'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unprocessable'
  | 'too-many-requests'
  | 'store-unavailable'
  | 'internal'

export const roleSchema = z.enum(ROLES)
