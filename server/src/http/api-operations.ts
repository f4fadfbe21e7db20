import {
  createBoardRequest,
  fontSubsetRequest,
  joinByCodeRequest,
  joinRequest,
  returnLinkRequest,
  rotateRequest,
  type ApiErrorCode,
} from '@remedyboard/shared/protocol/api'
import { commandSchema } from '@remedyboard/shared/workshop/command'
import type * as z from 'zod/mini'
import {
  assetAnswer,
  boardAnswer,
  commandAnswer,
  configAnswer,
  createBoardAnswer,
  fontSubsetAnswer,
  joinAnswer,
  linksAnswer,
  returnLinkAnswer,
  statusAnswer,
  templatesAnswer,
} from './answer-schemas.ts'

export interface Operation {
  method: 'get' | 'post'
  /** as Express writes it: `/api/boards/:id` */
  path: string
  summary: string
  /** who may: `anybody` needs no token */
  who: 'anybody' | 'joined' | 'participants' | 'facilitators'
  body?: z.ZodMiniType | 'image'
  answer: { status: 200 | 201; content: z.ZodMiniType | { type: string } }
  refusals: readonly ApiErrorCode[]
}

/** Everything that the API offers. The tests compare the list with the routes that there are. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/boards',
    summary: 'Make a board from a template. Needs the header x-create-key where the server has a CREATE_KEY.',
    who: 'anybody',
    body: createBoardRequest,
    answer: { status: 201, content: createBoardAnswer },
    refusals: ['bad-request', 'not-allowed', 'too-many-requests', 'store-unavailable'],
  },
  {
    method: 'get',
    path: '/api/boards/:id',
    summary: 'The board and the session view of whoever asks.',
    who: 'joined',
    answer: { status: 200, content: boardAnswer },
    refusals: ['not-signed-in', 'not-found', 'store-unavailable'],
  },
  {
    method: 'get',
    path: '/api/boards/:id/document',
    summary: 'All of the board as one Yjs update, packed: for a first look on a slow network, before the socket is open.',
    who: 'joined',
    answer: { status: 200, content: { type: 'application/octet-stream' } },
    refusals: ['not-signed-in', 'not-found', 'too-many-requests', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/join',
    summary: 'Join with the key of a link; sets the cookie of the board. A weaker link never demotes.',
    who: 'anybody',
    body: joinRequest,
    answer: { status: 200, content: joinAnswer },
    refusals: ['bad-request', 'not-allowed', 'entry-closed', 'not-found', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/join',
    summary: 'Join as a participant with the short code.',
    who: 'anybody',
    body: joinByCodeRequest,
    answer: { status: 200, content: joinAnswer },
    refusals: ['bad-request', 'entry-closed', 'not-found', 'too-many-requests', 'store-unavailable'],
  },
  {
    method: 'get',
    path: '/api/boards/:id/links',
    summary: 'The three links and the short code.',
    who: 'facilitators',
    answer: { status: 200, content: linksAnswer },
    refusals: ['not-signed-in', 'not-allowed', 'not-found', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/links/:role/rotate',
    summary: 'Replace the link of a role, which stops working at once; with evict, also put out those who came by it.',
    who: 'facilitators',
    body: rotateRequest,
    answer: { status: 200, content: linksAnswer },
    refusals: ['bad-request', 'not-signed-in', 'not-allowed', 'not-found', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/people/:personId/return-link',
    summary: 'A link that brings somebody back on another device as who they were: good once, and for ten minutes.',
    who: 'facilitators',
    body: returnLinkRequest,
    answer: { status: 200, content: returnLinkAnswer },
    refusals: ['bad-request', 'not-signed-in', 'not-allowed', 'not-found', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/commands',
    summary: 'A command to the workshop. Answers after the durable commit; the same again does no harm.',
    who: 'joined',
    body: commandSchema,
    answer: { status: 200, content: commandAnswer },
    refusals: ['bad-request', 'not-signed-in', 'not-allowed', 'not-found', 'conflict', 'unprocessable', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/assets',
    summary: 'Add an image; the body is the image itself.',
    who: 'participants',
    body: 'image',
    answer: { status: 201, content: assetAnswer },
    refusals: ['bad-request', 'not-signed-in', 'not-allowed', 'not-found', 'too-large', 'store-unavailable'],
  },
  {
    method: 'get',
    path: '/api/boards/:id/assets/:sha256',
    summary: 'An image of the board.',
    who: 'joined',
    answer: { status: 200, content: { type: 'image/*' } },
    refusals: ['not-signed-in', 'not-found', 'store-unavailable'],
  },
  {
    method: 'post',
    path: '/api/boards/:id/font-subset',
    summary: 'A font with the given characters, for exported pictures.',
    who: 'joined',
    body: fontSubsetRequest,
    answer: { status: 200, content: fontSubsetAnswer },
    refusals: ['bad-request', 'not-signed-in', 'not-found', 'too-many-requests', 'store-unavailable'],
  },
  {
    method: 'get',
    path: '/api/templates',
    summary: 'What a board can be made from.',
    who: 'anybody',
    answer: { status: 200, content: templatesAnswer },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/config',
    summary: 'What the page must know before it opens a board.',
    who: 'anybody',
    answer: { status: 200, content: configAnswer },
    refusals: [],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    who: 'anybody',
    answer: { status: 200, content: { type: 'application/json' } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Is the process up?',
    who: 'anybody',
    answer: { status: 200, content: statusAnswer },
    refusals: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Can it store? 503 while it cannot.',
    who: 'anybody',
    answer: { status: 200, content: statusAnswer },
    refusals: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Numbers for Prometheus; no names.',
    who: 'anybody',
    answer: { status: 200, content: { type: 'text/plain' } },
    refusals: [],
  },
]
