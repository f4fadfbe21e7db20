import { beforeEach } from 'vitest'
import { announce } from './announce.ts'

// Test files share modules (vitest.config.ts): what one of them had read aloud is none of the next one's business.
beforeEach(() => announce(''))
