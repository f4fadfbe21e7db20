import * as z from 'zod/mini'
import { LOCALES } from './locale.ts'
import { ROLES, type Role } from './role.ts'
import { SHORT_TEXT_LENGTHS } from './short-text.ts'
import type { SessionView } from '../workshop/view.ts'

/** Ids of the templates a board can be made from. Shown by `GET /api/templates` with names and descriptions. */
export const TEMPLATE_IDS = ['dilemma-remedy', 'stakeholder-coordination', 'rapid-review', 'blank', 'example'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** People's names. */
export const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(SHORT_TEXT_LENGTHS.name))
/** Titles of boards. */
export const titleSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(SHORT_TEXT_LENGTHS.title))

/** Request header that carries `CREATE_KEY` on `POST /api/boards`, when the server asks for one. */
export const CREATE_KEY_HEADER = 'x-create-key'

/** `POST /api/boards`. Without a title the board is called like its template. */
export const createBoardRequest = z.object({
  template: z.enum(TEMPLATE_IDS),
  locale: z.enum(LOCALES),
  title: z.optional(titleSchema),
  /** how groups outside the party system read the board: the paper's own words (default) or neutral ones */
  wording: z.optional(z.enum(['party', 'neutral'])),
})
export type CreateBoardRequest = z.infer<typeof createBoardRequest>

/**
 * `POST /api/boards/:id/join`. The key comes from a link's fragment. Somebody who joined before keeps their name when none is
 * given, and keeps the stronger role; a newcomer without a name is called by their role. The key of a return link says who somebody
 * is: name and cookie do not matter then.
 */
export const joinRequest = z.object({ key: z.string().check(z.minLength(1), z.maxLength(200)), name: z.optional(nameSchema) })
export type JoinRequest = z.infer<typeof joinRequest>

/** `POST /api/join`. The code admits participants; case, spaces and dashes in it do not matter. */
export const joinByCodeRequest = z.object({ code: z.string().check(z.minLength(1), z.maxLength(20)), name: z.optional(nameSchema) })
export type JoinByCodeRequest = z.infer<typeof joinByCodeRequest>

/** The three links of a board, absolute, each with its key in the fragment (`/b/<id>#k=<key>`). */
export interface BoardLinks {
  facilitator: string
  participant: string
  viewer: string
}

/** `201` of `POST /api/boards`. */
export interface CreateBoardResponse {
  id: string
  title: string
  /** as screens show it: `K7M 4PX` */
  joinCode: string
  keys: Record<Role, string>
  links: BoardLinks
}

/** Answer to both ways of joining; the token comes as an HttpOnly cookie too. Programs send it as `Authorization: Bearer`. */
export interface JoinResponse {
  boardId: string
  participantId: string
  role: Role
  token: string
}

/** `GET /api/boards/:id`, for everybody who joined. */
export interface BoardResponse {
  id: string
  title: string
  template: string
  locale: string
  /** as screens show it; empty for viewers, because the code admits participants */
  joinCode: string
  session: SessionView
}

/** `GET /api/boards/:id/links`, facilitators only. `joinUrl` is the participant link that QR codes show. */
export interface LinksResponse {
  joinCode: string
  joinUrl: string
  links: BoardLinks
}

/**
 * `POST /api/boards/:id/links/:role/rotate`, facilitators only; answers `LinksResponse`. The old link of the role stops working at
 * once, and with the participants' link the join code. `evict` also puts out everybody who came by it, except whoever asks.
 */
export const rotateRequest = z.object({ evict: z.optional(z.boolean()) })
export type RotateRequest = z.infer<typeof rotateRequest>

/**
 * `POST /api/boards/:id/people/:personId/return-link` (body `{}`), facilitators only: brings one person back on another device, once,
 * as who they were, with their hidden notes and their ballot. Its key goes to `POST /api/boards/:id/join` like any other.
 */
export interface ReturnLinkResponse {
  link: string
  /** server ms since the epoch */
  expiresAt: number
}
export const returnLinkRequest = z.object({})

/** `POST /api/boards/:id/assets` (body: the image itself): its address on this server, named by its content. */
export interface AssetResponse {
  url: string
}

/** Largest image in bytes: a photo of a phone fits, and a board with twenty of them still loads over a weak network. */
export const MAX_ASSET_BYTES = 10 * 1024 * 1024

/**
 * `POST /api/boards/:id/font-subset`, for everybody who joined: a font with these characters, for exported images. Characters
 * that the font does not have are left out. 8,000 UTF-16 units hold all of GB 2312.
 */
export const fontSubsetRequest = z.object({ text: z.string().check(z.minLength(1), z.maxLength(8_000)) })
export type FontSubsetRequest = z.infer<typeof fontSubsetRequest>

/** One variable font (weights 400–700) per face; `unicodeRange` as in CSS, `woff2` in base64. */
export interface FontSubsetResponse {
  faces: { unicodeRange: string; woff2: string }[]
}

/** `POST /api/boards/:id/commands` (body: `commandSchema`): the session's version after the command. */
export interface CommandResponse {
  version: number
}

/** `GET /api/config`: what the page must know before it starts. */
export interface ConfigResponse {
  /** tldraw's licence key, which the operator may set; null = none, the watermark stays */
  tldrawLicenseKey: string | null
  /** true: making boards needs the key of whoever runs this server (`CREATE_KEY_HEADER`) */
  createKeyRequired: boolean
  /** of the server's program */
  version: string
}

/** `GET /api/templates`; `minutes` is the length of the agenda, null without one. */
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
  | 'entry-closed'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unprocessable'
  | 'too-many-requests'
  | 'store-unavailable'
  | 'internal'

/** A role in a request or an address. */
export const roleSchema = z.enum(ROLES)
